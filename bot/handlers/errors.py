"""The one place where an error becomes an answer: the patient always gets a way on."""

from __future__ import annotations

import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

import structlog
from aiogram import Router
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import CallbackQuery, Message

from bot.clients.telegram import TELEGRAM_OUTAGE
from bot.dialogs.screen import Screen, show
from bot.dialogs.widgets.esoz_words import outage_text, refusal_text
from bot.dialogs.widgets.navigation import help_button, menu_button
from bot.dialogs.widgets.signing_in import sign_in_needed
from bot.domain.cabinet import EsozRefused
from bot.errors import BotError, EsozUnavailable, NotSignedIn, SignInEnded, Unavailable
from bot.i18n import Language, Translator

if TYPE_CHECKING:
    from aiogram.types import ErrorEvent

    from bot.domain.cabinet import EsozRefusal

log = structlog.get_logger(__name__)
router = Router(name="errors")

# ── screens ──────────────────────────────────────────────────────────────────────────────


def no_longer_possible(tr: Translator) -> Screen:
    text = tr.t(
        "errors",
        "<b>This button no longer works.</b>\n"
        "What it led to has changed since. Nothing is lost. Please start from the menu.",
    )
    return _with_way_on(tr, text)


def not_available(tr: Translator) -> Screen:
    text = tr.t(
        "errors",
        "<b>I cannot reach my own records now.</b>\n"
        "Your referral is not affected. Please try again in a few minutes. "
        "If it is urgent, call the hotline.",
    )
    return _with_way_on(tr, text)


def mistake_of_ours(tr: Translator, code: str) -> Screen:
    text = tr.t(
        "errors",
        "<b>This step did not work because of a mistake in the bot.</b>\n"
        "Your referral is not affected. Open the menu and try again.\n"
        "If it happens again, call the hotline and give the code {code}.",
        code=code,
    )
    return _with_way_on(tr, text)


def refused_by_esoz(tr: Translator, refusal: EsozRefusal) -> Screen:
    title = tr.t("errors", "<b>The electronic health system did not do this.</b>")
    return _with_way_on(tr, f"{title}\n{refusal_text(tr, refusal)}")


def esoz_not_available(tr: Translator) -> Screen:
    return _with_way_on(tr, outage_text(tr))


def _with_way_on(tr: Translator, text: str) -> Screen:
    return Screen(text, ((menu_button(tr, fresh=True),), (help_button(tr, fresh=True),)))


# ── reactions ────────────────────────────────────────────────────────────────────────────


@router.errors()
async def on_error(event: ErrorEvent, tr: Translator | None = None) -> None:
    """Answer the patient; an outage of Telegram is raised on, so that the update comes again."""
    error = event.exception
    if isinstance(error, TELEGRAM_OUTAGE):
        raise error
    if isinstance(error, TelegramForbiddenError):
        log.info("patient cannot be reached", update_id=event.update.update_id)
        return
    said = event.update.event
    if isinstance(said, CallbackQuery) and tr is None:
        # it failed before the middleware that answers taps
        with suppress(TelegramBadRequest):
            await said.answer()
    if isinstance(said, Message | CallbackQuery):
        screen = _screen(error, event.update.update_id, tr or Translator(Language.UK))
        await show(said, screen, fresh=True)


def _screen(error: Exception, update_id: int, tr: Translator) -> Screen:
    if isinstance(error, NotSignedIn):
        return sign_in_needed(tr, has_ended=isinstance(error, SignInEnded))
    if isinstance(error, EsozRefused):
        log.info("esoz refused", update_id=update_id, code=error.code)
        return refused_by_esoz(tr, error.code)
    if isinstance(error, EsozUnavailable):
        log.warning("esoz does not answer", update_id=update_id, reason=error.reason)
        return esoz_not_available(tr)
    if isinstance(error, Unavailable):
        log.error("own records cannot be reached", update_id=update_id, exc_info=error)
        return not_available(tr)
    if isinstance(error, BotError):
        log.info("button or input no longer fits", update_id=update_id, kind=type(error).__name__)
        return no_longer_possible(tr)
    code = secrets.token_hex(2).upper()
    log.error("unexpected error", update_id=update_id, code=code, exc_info=error)
    return mistake_of_ours(tr, code)
