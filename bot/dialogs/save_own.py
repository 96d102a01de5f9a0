"""The end of putting together a reminder in the patient's own words: it is kept, or dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import F, Router

from bot.dialogs.own_callbacks import OwnAsk, OwnDraftTap
from bot.dialogs.screen import show
from bot.dialogs.widgets import own_questions as ask
from bot.dialogs.widgets.own_screens import own_card, own_gone, own_list, too_many_own
from bot.dialogs.widgets.own_steps import own_draft_of
from bot.dialogs.widgets.visit_state import here_of
from bot.dialogs.widgets.with_reminders import WithReminders
from bot.errors import InvalidInput, NotFound, TooManyReminders

if TYPE_CHECKING:
    from datetime import datetime

    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery

    from bot.dialogs.widgets.visit_questions import Here
    from bot.domain.reminders import OwnReminder
    from bot.domain.reminders.own_draft import OwnDraft
    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.reminders import Reminders

router = Router(name="save_own")
router.callback_query.middleware(WithReminders())


@router.callback_query(OwnDraftTap.filter(F.ask == OwnAsk.DROP))
async def on_drop(query: CallbackQuery, state: FSMContext, tr: Translator) -> None:
    await state.clear()
    await show(query, ask.own_dropped(tr))


@router.callback_query(OwnDraftTap.filter(F.ask.in_({OwnAsk.SAVE, OwnAsk.AGREE})))
async def on_save(
    query: CallbackQuery,
    callback_data: OwnDraftTap,
    state: FSMContext,
    tr: Translator,
    services: Services,
    reminders: Reminders,
) -> None:
    """Keep it, once the patient agreed to what is stored; a second tap shows the list."""
    patient = query.from_user.id
    draft = await own_draft_of(state, reminders)
    here = await here_of(query, services, reminders)
    starts = draft.starts(here.today) if draft else None
    if draft is None or starts is None:
        own = (await reminders.list_appointments(telegram_id=patient)).own
        await show(query, own_list(tr, own, here.now, here.zone))
    elif callback_data.ask is OwnAsk.SAVE and not (
        await reminders.list_appointments.has_any(telegram_id=patient)
    ):
        await show(query, ask.own_storing_consent(tr))
    else:
        await _save(query, draft, starts, here, state, tr, reminders)


async def _save(
    query: CallbackQuery,
    draft: OwnDraft,
    starts: datetime,
    here: Here,
    state: FSMContext,
    tr: Translator,
    reminders: Reminders,
) -> None:
    try:
        kept = await _kept(query.from_user.id, draft, starts, reminders)
    except InvalidInput:
        # its words and their length were looked at when they came
        await show(query, ask.own_time_past(tr))
    except TooManyReminders:
        await show(query, too_many_own(tr))
    except NotFound:
        await state.clear()
        await show(query, own_gone(tr))
    else:
        await state.clear()
        await show(query, own_card(tr, kept, here.now, here.zone, is_new=True))


async def _kept(
    patient: int, draft: OwnDraft, starts: datetime, reminders: Reminders
) -> OwnReminder:
    if draft.source is None:
        return await reminders.add_own(
            telegram_id=patient, text=draft.text, starts=starts, recurrence=draft.recurrence
        )
    return await reminders.edit_own(
        telegram_id=patient,
        reminder=draft.source,
        text=draft.text,
        starts=starts,
        recurrence=draft.recurrence,
    )
