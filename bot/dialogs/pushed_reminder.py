"""What the buttons under a pushed reminder do: coming, not coming, moving it, later, details."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from aiogram import Router

from bot.dialogs.reminder_callbacks import (
    CannotTap,
    ComingTap,
    LaterChoice,
    LaterTap,
    MoveTap,
    ToldTap,
)
from bot.dialogs.screen import show
from bot.dialogs.widgets.agenda import agenda, visit_card
from bot.dialogs.widgets.occasion_card import occasion_card
from bot.dialogs.widgets.own_screens import own_told
from bot.dialogs.widgets.visit_answers import (
    cannot_come,
    coming,
    later_question,
    put_off,
    told_again,
    too_late_to_put_off,
    visit_gone,
)
from bot.dialogs.widgets.visit_state import here_of
from bot.dialogs.widgets.visit_steps import move
from bot.dialogs.widgets.with_reminders import WithReminders
from bot.domain.reminders import moment_of, wall_of
from bot.errors import Conflict, NotFound

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery

    from bot.dialogs.widgets.visit_questions import Here
    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.reminders import Reminders

_EVENING = time(18)

router = Router(name="pushed_reminder")
router.callback_query.middleware(WithReminders())


@router.callback_query(ComingTap.filter())
async def on_coming(
    query: CallbackQuery,
    callback_data: ComingTap,
    tr: Translator,
    services: Services,
    reminders: Reminders,
) -> None:
    await _answer(query, callback_data.appointment, tr, services, reminders, is_coming=True)


@router.callback_query(CannotTap.filter())
async def on_cannot(
    query: CallbackQuery,
    callback_data: CannotTap,
    tr: Translator,
    services: Services,
    reminders: Reminders,
) -> None:
    await _answer(query, callback_data.appointment, tr, services, reminders, is_coming=False)


async def _answer(
    query: CallbackQuery,
    appointment: int,
    tr: Translator,
    services: Services,
    reminders: Reminders,
    *,
    is_coming: bool,
) -> None:
    """Store the answer; for what is over show how it stands."""
    patient = query.from_user.id
    here = await here_of(query, services, reminders)
    try:
        visit = await reminders.answer(
            telegram_id=patient, appointment=appointment, is_coming=is_coming
        )
    except NotFound:
        await show(query, visit_gone(tr))
    except Conflict:
        visit = await reminders.list_appointments.one(telegram_id=patient, appointment=appointment)
        await show(query, visit_card(tr, visit, here.now, here.zone))
    else:
        screen = coming(tr, visit, here.now, here.zone) if is_coming else cannot_come(tr, visit)
        await show(query, screen)


@router.callback_query(MoveTap.filter())
async def on_move(
    query: CallbackQuery,
    callback_data: MoveTap,
    state: FSMContext,
    tr: Translator,
    services: Services,
    reminders: Reminders,
) -> None:
    try:
        visit = await reminders.list_appointments.one(
            telegram_id=query.from_user.id, appointment=callback_data.appointment
        )
    except NotFound:
        await show(query, visit_gone(tr))
    else:
        await move(query, visit, state, tr, services)


@router.callback_query(LaterTap.filter())
async def on_later(
    query: CallbackQuery,
    callback_data: LaterTap,
    tr: Translator,
    services: Services,
    reminders: Reminders,
) -> None:
    if callback_data.choice is LaterChoice.ASK:
        await show(query, later_question(tr, callback_data.reminder))
        return
    here = await here_of(query, services, reminders)
    due_at = await reminders.snooze(
        telegram_id=query.from_user.id,
        reminder=callback_data.reminder,
        after=_after(callback_data.choice, here),
    )
    if due_at is None:
        await show(query, too_late_to_put_off(tr))
    else:
        await show(query, put_off(tr, due_at, here.now, here.zone))


def _after(choice: LaterChoice, here: Here) -> timedelta:
    if choice is LaterChoice.HALF_HOUR:
        return timedelta(minutes=30)
    if choice is LaterChoice.TWO_HOURS:
        return timedelta(hours=2)
    wall = wall_of(here.now, here.zone)
    if choice is LaterChoice.TOMORROW:
        return moment_of(wall + timedelta(days=1), here.zone) - here.now
    evening = datetime.combine(wall.date(), _EVENING)
    if evening <= wall:
        evening += timedelta(days=1)
    return moment_of(evening, here.zone) - here.now


@router.callback_query(ToldTap.filter())
async def on_told(
    query: CallbackQuery,
    callback_data: ToldTap,
    tr: Translator,
    services: Services,
    reminders: Reminders,
) -> None:
    """Show what a neutral message was about, as it stands now."""
    patient = query.from_user.id
    here = await here_of(query, services, reminders)
    try:
        told = await reminders.show_told(telegram_id=patient, reminder=callback_data.reminder)
    except NotFound:
        listed = await reminders.list_appointments(telegram_id=patient)
        await show(query, agenda(tr, listed, here.now))
        return
    if len(told.appointments) == 1 and not told.texts:
        await show(query, occasion_card(tr, told.appointments[0], here.now, here.zone))
    elif len(told.texts) == 1 and not told.appointments:
        await show(query, own_told(tr, told.texts[0], callback_data.reminder))
    else:
        await show(query, told_again(tr, told, here.now, here.zone))
