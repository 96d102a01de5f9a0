"""When and how to remind: what the patient switches, and /stop."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from aiogram import Router

from bot.dialogs.screen import chat_of, show
from bot.dialogs.visit_callbacks import QuietTap, ReminderChoice, ReminderSettingTap
from bot.dialogs.widgets.quiet_choices import QUIET_TIMES, quiet_question
from bot.dialogs.widgets.reminder_choices import LEAD_OF, reminder_settings
from bot.dialogs.widgets.silence_screens import nothing_to_silence, resumed, silenced
from bot.dialogs.widgets.with_reminders import WithReminders

if TYPE_CHECKING:
    from collections.abc import Callable

    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery, Message

    from bot.domain.reminders import ReminderSettings
    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.reminders import Reminders

    Change = Callable[[ReminderSettings], ReminderSettings]

router = Router(name="reminder_settings")
router.callback_query.middleware(WithReminders())


@router.callback_query(ReminderSettingTap.filter())
async def on_setting(
    query: CallbackQuery,
    callback_data: ReminderSettingTap,
    state: FSMContext,
    tr: Translator,
    services: Services,
    reminders: Reminders,
) -> None:
    patient = query.from_user.id
    match callback_data.choice:
        case ReminderChoice.SHOW:
            await state.clear()
            chosen = await reminders.change_settings.read(telegram_id=patient)
            await show(query, reminder_settings(tr, chosen))
        case ReminderChoice.QUIET:
            chosen = await reminders.change_settings.read(telegram_id=patient)
            await show(query, quiet_question(tr, chosen))
        case ReminderChoice.SILENCE:
            await silence(query, state, tr, services)
        case ReminderChoice.RESUME:
            await reminders.silence.resume(telegram_id=patient)
            await show(query, resumed(tr))
        case ReminderChoice.DETAILS:
            await _change(query, _with_details_switched, tr, reminders)
        case _:
            lead = LEAD_OF[callback_data.choice]
            await _change(
                query,
                lambda chosen: replace(chosen, schedule=chosen.schedule.with_switched(lead)),
                tr,
                reminders,
            )


@router.callback_query(QuietTap.filter())
async def on_quiet(
    query: CallbackQuery, callback_data: QuietTap, tr: Translator, reminders: Reminders
) -> None:
    quiet = QUIET_TIMES[callback_data.choice]
    await _change(query, lambda chosen: replace(chosen, quiet=quiet), tr, reminders)


async def _change(
    query: CallbackQuery, change: Change, tr: Translator, reminders: Reminders
) -> None:
    changed = await reminders.change_settings(telegram_id=query.from_user.id, change=change)
    await show(query, reminder_settings(tr, changed))


def _with_details_switched(chosen: ReminderSettings) -> ReminderSettings:
    return replace(chosen, shows_details=not chosen.shows_details)


async def silence(
    event: CallbackQuery | Message, state: FSMContext, tr: Translator, services: Services
) -> None:
    """/stop: nothing more is sent by itself."""
    await state.clear()
    if services.reminders is None:
        await show(event, nothing_to_silence(tr))
        return
    await services.reminders.silence(telegram_id=chat_of(event))
    await show(event, silenced(tr))
