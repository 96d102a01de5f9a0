"""The door to a new appointment for every screen that knows a part of it already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.screen import show
from bot.dialogs.states import Asked
from bot.dialogs.widgets import visit_questions as ask
from bot.dialogs.widgets.directory_words import capitalised, place_name
from bot.dialogs.widgets.guide import guide
from bot.dialogs.widgets.visit_state import here_of, wait_for
from bot.dialogs.widgets.visit_steps import go_on
from bot.domain.capabilities import Section
from bot.domain.reminders import LONGEST_TEXT
from bot.domain.reminders.draft import VisitDraft
from bot.errors import NotFound

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery, Message

    from bot.i18n import Translator
    from bot.services import Services


async def begin_visit_with(
    event: CallbackQuery | Message,
    known: VisitDraft,
    state: FSMContext,
    tr: Translator,
    services: Services,
) -> None:
    """Ask for what `known` leaves open, in a message of its own: the tapped one stays.

    With nothing left open it is the card to confirm. Where the operator keeps no appointments
    the section says what to do instead.
    """
    reminders = services.reminders
    if reminders is None:
        await state.clear()
        await show(event, guide(tr, Section.REMINDERS, services.clock.now()), fresh=True)
        return
    if known.day is not None:
        await go_on(event, known, state, tr, services)
        return
    here = await here_of(event, services, reminders)
    await wait_for(state, Asked.visit, known, reminders)
    words = ask.quoted("\n".join(filter(None, (known.what, known.place))))
    await show(event, ask.day_question(tr, here, here.today, words), fresh=True)


async def visit_at(services: Services, *, doctor: int = 0, division: int = 0) -> VisitDraft:
    """Return a draft with what the directory knows; an empty one for what it no longer has.

    `doctor` and `division` are keys of the directory, 0 for none.
    """
    try:
        if doctor:
            found = (await services.show_card.doctor(doctor)).doctor
            place, what = found.division, capitalised(found.name)
        elif division:
            place, what = (await services.show_card.division(division)).division, ""
        else:
            return VisitDraft()
    except NotFound:
        return VisitDraft()
    address = ", ".join(filter(None, (place_name(place), place.address.line)))
    return VisitDraft(
        what=what[:LONGEST_TEXT],
        place=address[:LONGEST_TEXT],
        phone=next(iter(place.phones_to_call), ""),
        doctor=doctor or None,
        division=place.key,
        is_worded=bool(what),
    )
