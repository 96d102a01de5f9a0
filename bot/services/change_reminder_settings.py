"""When and how a patient is reminded; what is still to come follows at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.domain.reminders import due_times, own_intent, zone_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.domain.clock import Clock
    from bot.domain.reminders import Intent, OwnReminder, ReminderSettings
    from bot.services.reminder_ports import AppointmentRepository, ReminderRepository


class ChangeReminderSettings:
    def __init__(
        self,
        *,
        appointments: AppointmentRepository,
        reminders: ReminderRepository,
        clock: Clock,
    ) -> None:
        self._appointments = appointments
        self._reminders = reminders
        self._clock = clock

    async def __call__(
        self, *, telegram_id: int, change: Callable[[ReminderSettings], ReminderSettings]
    ) -> ReminderSettings:
        """Store what `change` makes of them, as `lambda s: replace(s, zone="Europe/Warsaw")`.

        Visits stay where they are; their reminders, and the patient's own, move to the new zone
        and hours. Raises InvalidInput("zone").
        """
        now = self._clock.now()
        before = await self._reminders.settings(telegram_id)
        # /stop has its own way in and out
        changed = replace(change(before), silenced_at=before.silenced_at)
        zone_of(changed.zone)
        await self._reminders.save_settings(telegram_id, changed, now)
        if replace(changed, shows_details=before.shows_details) != before:
            await self._replan(telegram_id, changed)
        return changed

    async def read(self, *, telegram_id: int) -> ReminderSettings:
        return await self._reminders.settings(telegram_id)

    async def _replan(self, telegram_id: int, settings: ReminderSettings) -> None:
        now = self._clock.now()
        visits = {
            one.id: due_times(one, settings, now)
            for one in await self._appointments.of_patient(telegram_id, now)
            if one.status.is_active
        }
        own = {
            one.id: _in_zone(one, settings.zone) for one in await self._reminders.own(telegram_id)
        }
        await self._reminders.replan(telegram_id, visits, own, now)


def _in_zone(own: OwnReminder, zone: str) -> Intent:
    """The same hour on the new clock: "every morning at eight" travels with the patient."""
    return own_intent(own.intent.wall, zone, own.intent.recurrence, lead=own.intent.lead)
