"""From one question of a new appointment to the next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.screen import chat_of, show
from bot.dialogs.states import Asked
from bot.dialogs.widgets import visit_questions as ask
from bot.dialogs.widgets.person_questions import for_whom_question
from bot.dialogs.widgets.visit_draft_card import draft_card
from bot.dialogs.widgets.visit_state import here_of, wait_for
from bot.domain.reminders.draft import VisitDraft

if TYPE_CHECKING:
    from datetime import datetime

    from aiogram.fsm.context import FSMContext
    from aiogram.fsm.state import State
    from aiogram.types import CallbackQuery, Message

    from bot.dialogs.screen import Screen
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
    starts_at = draft.starts_at(here.zone)
    if question := _missing(draft, here, tr):
        asked, screen = question
        await wait_for(state, asked, draft, reminders)
        await show(event, screen)
    elif starts_at and starts_at <= here.now:
        await wait_for(state, Asked.visit, replace(draft, day=None, is_second=None), reminders)
        await show(event, ask.already_past(tr, here))
    elif not draft.is_worded:
        await wait_for(state, Asked.visit_words, draft, reminders)
        await show(event, ask.words_question(tr))
    elif starts_at:
        await _ask_or_show(event, draft, starts_at, here, state, tr, reminders)


def _missing(draft: VisitDraft, here: ask.Here, tr: Translator) -> tuple[State, Screen] | None:
    """Return the next question about the time, with what is then waited for."""
    if draft.day is None:
        return Asked.visit, ask.day_question_for(tr, draft, here, here.today)
    if draft.at is None:
        return Asked.visit_time, ask.time_question(tr, draft.day)
    if draft.is_ambiguous(here.zone):
        return Asked.visit, ask.which_hour(tr, draft)
    return None


async def _ask_or_show(
    event: CallbackQuery | Message,
    draft: VisitDraft,
    starts_at: datetime,
    here: ask.Here,
    state: FSMContext,
    tr: Translator,
    reminders: Reminders,
) -> None:
    """Ask for whom it is, where the patient looks after somebody; then show all of it."""
    has_people = bool(await reminders.people.all(telegram_id=chat_of(event)))
    if has_people and not draft.is_for_known:
        await ask_for_whom(event, draft, state, tr, reminders)
        return
    await wait_for(state, Asked.visit_card, draft, reminders)
    await show(event, draft_card(tr, draft, starts_at, here, is_for_asked=has_people))


async def ask_for_whom(
    event: CallbackQuery | Message,
    draft: VisitDraft,
    state: FSMContext,
    tr: Translator,
    reminders: Reminders,
) -> None:
    people = await reminders.people.all(telegram_id=chat_of(event))
    await wait_for(state, Asked.visit, draft, reminders)
    await show(event, for_whom_question(tr, people))


async def move(
    query: CallbackQuery,
    visit: Appointment,
    state: FSMContext,
    tr: Translator,
    services: Services,
) -> None:
    """Put the appointment into a draft and ask for its new day."""
    await go_on(query, draft_to_move(visit), state, tr, services)


def draft_to_move(visit: Appointment) -> VisitDraft:
    """Return all that stays of an appointment when its time changes."""
    return VisitDraft(
        what=visit.details.what,
        place=visit.details.place,
        phone=visit.details.phone,
        note=visit.details.note,
        source=visit.id,
        is_worded=True,
        person=visit.person,
        for_whom=visit.for_whom.name if visit.for_whom else "",
        is_for_known=True,
    )
