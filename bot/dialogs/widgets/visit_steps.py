"""From one question of a new appointment to the next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.screen import show
from bot.dialogs.states import Asked
from bot.dialogs.widgets import visit_questions as ask
from bot.dialogs.widgets.visit_state import here_of, wait_for
from bot.domain.reminders import moment_of
from bot.domain.reminders.draft import VisitDraft

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery, Message

    from bot.domain.reminders import Appointment
    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.reminders import Reminders


async def go_on(
    event: CallbackQuery | Message,
    draft: VisitDraft,
    state: FSMContext,
    tr: Translator,
    services: Services,
) -> None:
    """Ask for what is missing; with nothing missing show what was understood."""
    reminders = services.reminders
    if reminders is None:
        return
    here = await here_of(event, services, reminders)
    starts = draft.starts
    if draft.day is None:
        await _ask_day(event, draft, state, tr, reminders, here)
    elif draft.at is None:
        await wait_for(state, Asked.visit_time, draft, reminders)
        await show(event, ask.time_question(tr, draft.day))
    elif starts and moment_of(starts, here.zone) <= here.now:
        await wait_for(state, Asked.visit, replace(draft, day=None), reminders)
        await show(event, ask.already_past(tr, here))
    elif not draft.is_worded:
        await wait_for(state, Asked.visit_words, draft, reminders)
        await show(event, ask.words_question(tr))
    elif starts:
        await wait_for(state, Asked.visit, draft, reminders)
        await show(event, ask.draft_card(tr, draft, starts, here))


async def _ask_day(
    event: CallbackQuery | Message,
    draft: VisitDraft,
    state: FSMContext,
    tr: Translator,
    reminders: Reminders,
    here: ask.Here,
) -> None:
    await wait_for(state, Asked.visit, draft, reminders)
    if draft == VisitDraft():
        await show(event, ask.first_question(tr, here, here.today))
    else:
        known = ask.quoted("\n".join(filter(None, (draft.what, draft.place))))
        await show(event, ask.day_question(tr, here, here.today, known))


async def move(
    query: CallbackQuery,
    visit: Appointment,
    state: FSMContext,
    tr: Translator,
    services: Services,
) -> None:
    """Put the appointment into a draft and ask for its new day."""
    draft = VisitDraft(
        what=visit.details.what,
        place=visit.details.place,
        phone=visit.details.phone,
        source=visit.id,
        is_worded=True,
    )
    await go_on(query, draft, state, tr, services)
