"""Signing in at ЕСОЗ: what it needs, the consent, the ward's name, and the way to the page."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from aiogram import F, Router
from aiogram.exceptions import TelegramBadRequest

from bot.dialogs.cabinet_callbacks import SignInTap
from bot.dialogs.callbacks import SectionTap, TopicTap
from bot.dialogs.screen import Button, Screen, chat_of, show
from bot.dialogs.states import Asked
from bot.dialogs.widgets.guide import guide
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.signing import handoff_screen
from bot.domain.cabinet.ward import NO_NAME, NO_NUMBER, read_ward
from bot.domain.capabilities import Section
from bot.domain.signing.session import Purpose
from bot.errors import InvalidInput

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery, Message

    from bot.domain.cabinet.ward import Ward
    from bot.i18n import Translator
    from bot.services import Services

_HOME = SectionTap(section=Section.MY_DATA)

# ── screens ──────────────────────────────────────────────────────────────────────────────


def sign_in_consent(tr: Translator, *, is_confidant: bool) -> Screen:
    """Say what signing in takes and what is stored, and ask for consent."""
    title = (
        tr.t("sign-in", "<b>🔐 Sign in for a child or a ward</b>")
        if is_confidant
        else tr.t("sign-in", "<b>🔐 Sign in</b>")
    )
    who = (
        tr.t(
            "sign-in",
            "You sign with <b>your own</b> electronic signature: as a parent or a guardian. "
            "The family doctor must have entered you as such.",
        )
        if is_confidant
        else tr.t(
            "sign-in",
            "You need your electronic signature: Diia.Signature, a key file or a token. "
            "From the age of 14 one signs in for oneself.",
        )
    )
    how = tr.t(
        "sign-in",
        "1. I give you a link, you sign on the page.\n"
        "2. The electronic health system asks what you allow me.\n"
        "3. You come back to this chat.\n\n"
        "<b>I will store, encrypted:</b> the pass to your data and your first name with one "
        "letter of the surname. Your data itself I do not store. "
        "You can sign out at any time, and everything is deleted.",
    )
    yes = Button(
        tr.t("sign-in", "I agree, sign in"),
        SignInTap(is_confidant=is_confidant, has_agreed=True),
    )
    more = Button(tr.t("sign-in", "I have no signature"), TopicTap(slug="no-signature"))
    return Screen(f"{title}\n\n{who}\n\n{how}", ((yes,), (more,), menu_row(tr, _HOME)))


def ward_question(tr: Translator, problem: str = "") -> Screen:
    """Ask for whom a confidant signs in; `problem` says what was wrong with the last answer."""
    wrong = {
        "": "",
        NO_NAME: tr.t(
            "sign-in", "I do not see the surname, the first name and the patronymic.\n\n"
        ),
        NO_NUMBER: tr.t("sign-in", "I do not see the number.\n\n"),
    }.get(problem, tr.t("sign-in", "There is a mistake in the tax number. Please check it.\n\n"))
    text = tr.t(
        "sign-in",
        "<b>For whom do you sign in?</b>\n"
        "Write in one message: surname, first name, patronymic and the tax number. "
        "Is there no tax number? Write the number of the birth certificate or the passport.\n\n"
        "For example: «Іваненко Марія Петрівна І-ВГ123456»\n\n"
        "I delete your message from the chat at once and store nothing of it in readable form.",
    )
    return Screen(f"{wrong}{text}", (menu_row(tr, _HOME),))


# ── reactions ────────────────────────────────────────────────────────────────────────────

router = Router(name="sign_in")


@router.callback_query(SignInTap.filter(~F.has_agreed))
async def on_sign_in(
    query: CallbackQuery,
    callback_data: SignInTap,
    state: FSMContext,
    tr: Translator,
    services: Services,
) -> None:
    await state.clear()
    if services.cabinet is None:
        await show(query, guide(tr, Section.MY_DATA, services.clock.now()))
        return
    await show(query, sign_in_consent(tr, is_confidant=callback_data.is_confidant))


@router.callback_query(SignInTap.filter(F.has_agreed))
async def on_agreed(
    query: CallbackQuery,
    callback_data: SignInTap,
    state: FSMContext,
    tr: Translator,
    services: Services,
) -> None:
    if callback_data.is_confidant and services.cabinet:
        await state.set_state(Asked.ward)
        await show(query, ward_question(tr))
        return
    await _start(query, tr, services)


async def on_ward(
    message: Message, text: str, state: FSMContext, tr: Translator, services: Services
) -> None:
    """Take the answer to `ward_question`; the message with the child's data goes at once."""
    with suppress(TelegramBadRequest):  # it may be older than the 48 hours that Telegram gives
        await message.delete()
    try:
        ward = read_ward(text)
    except InvalidInput as problem:
        await show(message, ward_question(tr, problem.code))
        return
    await state.clear()
    await _start(message, tr, services, ward)


async def _start(
    event: Message | CallbackQuery, tr: Translator, services: Services, ward: Ward | None = None
) -> None:
    if services.cabinet is None:
        await show(event, guide(tr, Section.MY_DATA, services.clock.now()))
        return
    handoff = await services.cabinet.start_sign_in(telegram_id=chat_of(event), ward=ward)
    await show(event, handoff_screen(tr, handoff, Purpose.SIGN_IN))
