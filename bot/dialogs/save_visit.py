"""The end of putting an appointment together: it is kept, or dropped."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from aiogram import F, Router

from bot.dialogs.screen import show
from bot.dialogs.states import Asked
from bot.dialogs.visit_callbacks import DraftAction, DraftTap
from bot.dialogs.widgets import visit_draft_card as card
from bot.dialogs.widgets import visit_questions as ask
from bot.dialogs.widgets.agenda import agenda, visit_saved
from bot.dialogs.widgets.people_screens import people_list
from bot.dialogs.widgets.visit_answers import visit_gone
from bot.dialogs.widgets.visit_state import draft_of, here_of, wait_for
from bot.dialogs.widgets.with_reminders import WithReminders
from bot.errors import InvalidInput, NotFound, TooManyAppointments, TooManyLookedAfter

if TYPE_CHECKING:
    from datetime import datetime

    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery

    from bot.dialogs.widgets.visit_questions import Here
    from bot.domain.reminders import Appointment
    from bot.domain.reminders.draft import VisitDraft
    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.add_appointment import Kept
    from bot.services.reminders import Reminders

router = Router(name="save_visit")
router.callback_query.middleware(WithReminders())


@router.callback_query(DraftTap.filter(F.action == DraftAction.DROP))
async def on_drop(query: CallbackQuery, state: FSMContext, tr: Translator) -> None:
    await state.clear()
    await show(query, card.draft_dropped(tr))


@router.callback_query(DraftTap.filter(F.action.in_({DraftAction.SAVE, DraftAction.AGREE})))
async def on_save(
    query: CallbackQuery,
    callback_data: DraftTap,
    state: FSMContext,
    tr: Translator,
    services: Services,
    reminders: Reminders,
) -> None:
    """Keep it, once the patient agreed to what is stored; a second tap shows the list."""
    patient = query.from_user.id
    draft = await draft_of(state, reminders)
    here = await here_of(query, services, reminders)
    if draft is None or draft.starts is None:
        listed = await reminders.list_appointments(telegram_id=patient)
        await show(query, agenda(tr, listed, here.now))
    elif callback_data.action is DraftAction.SAVE and not (
        await reminders.list_appointments.has_any(telegram_id=patient)
    ):
        await show(query, card.storing_consent(tr))
    else:
        await _save(query, draft, draft.starts, here, state, tr, reminders)


async def _save(
    query: CallbackQuery,
    draft: VisitDraft,
    starts: datetime,
    here: Here,
    state: FSMContext,
    tr: Translator,
    reminders: Reminders,
) -> None:
    patient = query.from_user.id
    try:
        kept = await _kept(patient, draft, starts, here, tr, reminders)
    except InvalidInput:
        # the only thing that can have changed since the card is the time of day
        again = replace(draft, day=None, is_second=None)
        await wait_for(state, Asked.visit, again, reminders)
        await show(query, ask.already_past(tr, here))
    except TooManyAppointments:
        await show(query, card.too_many_visits(tr))
    except TooManyLookedAfter:
        await show(query, people_list(tr, await reminders.people.all(telegram_id=patient)))
    except NotFound:
        await state.clear()
        await show(query, visit_gone(tr))
    else:
        await state.clear()
        is_silenced = await reminders.silence.is_silent(telegram_id=patient)
        screen = visit_saved(
            tr, kept.appointment, kept.reminders, here.now, here.zone, is_silenced=is_silenced
        )
        await show(query, screen)


async def _kept(
    patient: int,
    draft: VisitDraft,
    starts: datetime,
    here: Here,
    tr: Translator,
    reminders: Reminders,
) -> Kept:
    if draft.for_whom and draft.person is None:
        person = await reminders.people(telegram_id=patient, name=draft.for_whom)
        draft = replace(draft, person=person.id)
    if draft.source is None:
        new = draft.appointment(starts, here.zone, card.unnamed(tr))
        return await reminders.add_appointment(telegram_id=patient, new=new)
    if draft.is_copy:
        return await reminders.repeat_appointment(
            telegram_id=patient,
            appointment=draft.source,
            starts=starts,
            is_second=bool(draft.is_second),
        )

    def change(standing: Appointment) -> Appointment:
        what = draft.what or standing.details.what
        details = replace(standing.details, what=what, place=draft.place)
        moved = standing.moved_to(starts, here.zone, is_second=bool(draft.is_second))
        return replace(moved, details=details, person=draft.person)

    return await reminders.edit_appointment(
        telegram_id=patient, appointment=draft.source, change=change
    )
