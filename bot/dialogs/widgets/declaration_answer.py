"""Answers a tap on declarations and accesses with a screen, or says what stands in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.screen import Button, Screen, show
from bot.dialogs.widgets.declaration_screens import CABINET, declaration_gone
from bot.dialogs.widgets.esoz_words import outage_text, refusal_text
from bot.dialogs.widgets.guide import guide
from bot.dialogs.widgets.navigation import help_button, menu_row
from bot.dialogs.widgets.signing_in import sign_in_needed
from bot.domain.cabinet import EsozRefused
from bot.domain.capabilities import Section
from bot.errors import EsozUnavailable, NotFound, NotSignedIn, SignInEnded

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from aiogram.filters.callback_data import CallbackData
    from aiogram.types import CallbackQuery, Message

    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.declarations import DeclarationServices
    from bot.services.declare import DeclareServices

    Make = Callable[[DeclarationServices], Awaitable[Screen]]
    MakeDeclaring = Callable[[DeclareServices], Awaitable[Screen]]


async def answer(
    event: CallbackQuery | Message,
    tr: Translator,
    services: Services,
    make: Make,
    *,
    again: CallbackData,
    fresh: bool = False,
) -> None:
    """Show what `make` gives; `again` is the tap that tries once more after an outage."""
    await show(event, await _screen(tr, services, make, again), fresh=fresh)


async def answer_declaring(
    event: CallbackQuery | Message,
    tr: Translator,
    services: Services,
    make: MakeDeclaring,
    *,
    again: CallbackData,
) -> None:
    """As `answer`, where a declaration is asked for."""

    async def made(_: DeclarationServices) -> Screen:
        if services.declare is None:
            return guide(tr, Section.DECLARATION, services.clock.now())
        return await make(services.declare)

    await answer(event, tr, services, made, again=again)


async def _screen(tr: Translator, services: Services, make: Make, again: CallbackData) -> Screen:
    if services.declarations is None:
        return guide(tr, Section.DECLARATION, services.clock.now())
    try:
        return await make(services.declarations)
    except NotSignedIn as error:
        return sign_in_needed(tr, has_ended=isinstance(error, SignInEnded))
    except EsozRefused as refused:
        title = tr.t("errors", "<b>The electronic health system did not do this.</b>")
        return Screen(f"{title}\n{refusal_text(tr, refused.code)}", (menu_row(tr, CABINET),))
    except NotFound:
        return declaration_gone(tr)
    except EsozUnavailable:
        return no_answer(tr, again)


def no_answer(tr: Translator, again: CallbackData) -> Screen:
    """Return what is said in an outage, with a way to try once more."""
    retry = Button(tr.t("declaration", "Try again"), again)
    return Screen(outage_text(tr), ((retry,), (help_button(tr),), menu_row(tr, CABINET)))
