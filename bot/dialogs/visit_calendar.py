"""The day and the time of an appointment, chosen with buttons."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from aiogram import Router

from bot.dialogs.screen import show
from bot.dialogs.states import Asked
from bot.dialogs.visit_callbacks import DayTap, HourTap, Idle, IdleTap, MonthTap, TimeTap
from bot.dialogs.widgets import visit_questions as ask
from bot.dialogs.widgets.visit_state import draft_of, here_of, wait_for
from bot.dialogs.widgets.visit_steps import go_on
from bot.dialogs.widgets.with_reminders import WithReminders
from bot.domain.reminders.draft import VisitDraft

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery
    from aiogram.utils.callback_answer import CallbackAnswer

    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.reminders import Reminders

router = Router(name="visit_calendar")
router.callback_query.middleware(WithReminders())


@router.callback_query(IdleTap.filter())
async def on_idle(
    query: CallbackQuery,  # noqa: ARG001 - aiogram gives the event to every reaction
    callback_data: IdleTap,
    callback_answer: CallbackAnswer,
    tr: Translator,
) -> None:
    """Say why nothing happens."""
    if callback_data.why is Idle.PAST:
        callback_answer.text = tr.t("visit", "This day has passed. Choose another one.")
    else:
        callback_answer.text = tr.t("visit", "Tap the number of a day.")


@router.callback_query(MonthTap.filter())
async def on_month(
    query: CallbackQuery,
    callback_data: MonthTap,
    state: FSMContext,
    tr: Translator,
    services: Services,
    reminders: Reminders,
) -> None:
    draft = await draft_of(state, reminders) or VisitDraft()
    here = await here_of(query, services, reminders)
    await wait_for(state, Asked.visit, draft, reminders)
    await show(query, ask.day_question_for(tr, draft, here, callback_data.date))


@router.callback_query(DayTap.filter())
async def on_day(
    query: CallbackQuery,
    callback_data: DayTap,
    state: FSMContext,
    tr: Translator,
    services: Services,
    reminders: Reminders,
) -> None:
    draft = await draft_of(state, reminders) or VisitDraft()
    await go_on(query, draft.on(callback_data.date), state, tr, services)


@router.callback_query(TimeTap.filter())
async def on_time(
    query: CallbackQuery,
    callback_data: TimeTap,
    state: FSMContext,
    tr: Translator,
    services: Services,
    reminders: Reminders,
) -> None:
    draft = await draft_of(state, reminders) or VisitDraft()
    await go_on(query, draft.at_time(callback_data.time), state, tr, services)


@router.callback_query(HourTap.filter())
async def on_hour(
    query: CallbackQuery,
    callback_data: HourTap,
    state: FSMContext,
    tr: Translator,
    services: Services,
    reminders: Reminders,
) -> None:
    """Take the first or the second of an hour that clocks show twice."""
    draft = await draft_of(state, reminders) or VisitDraft()
    chosen = replace(draft, is_second=callback_data.is_second)
    await go_on(query, chosen, state, tr, services)
