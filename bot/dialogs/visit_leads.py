"""«Коли нагадати»: the reminders of one appointment alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from aiogram import Router

from bot.dialogs.screen import show
from bot.dialogs.visit_callbacks import LeadChoice, LeadTap
from bot.dialogs.widgets.lead_screens import LEAD_OF, visit_leads
from bot.dialogs.widgets.visit_answers import visit_gone
from bot.dialogs.widgets.with_reminders import WithReminders
from bot.domain.reminders import due_times
from bot.errors import NotFound

if TYPE_CHECKING:
    from aiogram.types import CallbackQuery

    from bot.domain.reminders import Appointment, ReminderSettings
    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.reminders import Reminders

router = Router(name="visit_leads")
router.callback_query.middleware(WithReminders())


@router.callback_query(LeadTap.filter())
async def on_lead(
    query: CallbackQuery,
    callback_data: LeadTap,
    tr: Translator,
    services: Services,
    reminders: Reminders,
) -> None:
    """Switch a reminder of this appointment, and show which are on now."""
    patient, key, choice = query.from_user.id, callback_data.appointment, callback_data.choice
    settings = await reminders.change_settings.read(telegram_id=patient)
    now = services.clock.now()
    try:
        if choice is LeadChoice.SHOW:
            visit = await reminders.list_appointments.one(telegram_id=patient, appointment=key)
            planned = due_times(visit, settings, now) if visit.status.is_active else ()
        else:
            kept = await reminders.edit_appointment(
                telegram_id=patient,
                appointment=key,
                change=lambda standing: _switched(standing, choice, settings),
            )
            visit, planned = kept.appointment, kept.reminders
    except NotFound:
        await show(query, visit_gone(tr))
    else:
        await show(query, visit_leads(tr, visit, planned, settings, now))


def _switched(
    standing: Appointment, choice: LeadChoice, settings: ReminderSettings
) -> Appointment:
    if choice is LeadChoice.AS_USUAL:
        return replace(standing, schedule=None)
    schedule = standing.schedule or settings.schedule
    return replace(standing, schedule=schedule.with_switched(LEAD_OF[choice]))
