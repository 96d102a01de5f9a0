"""Change an appointment: its time, words, person or reminders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.reminders import due_times, zone_of
from bot.errors import InvalidInput, NotFound
from bot.services.add_appointment import Kept, check_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.domain.clock import Clock
    from bot.domain.reminders import Appointment, Intent
    from bot.services.reminder_ports import AppointmentRepository, ReminderRepository


class EditAppointment:
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
        self, *, telegram_id: int, appointment: int, change: Callable[[Appointment], Appointment]
    ) -> Kept:
        """Store what `change` makes of it and plan its reminders anew.

        `change` gets it as it stands now: `lambda one: one.moved_to(wall)`, or
        `lambda one: replace(one, details=…)`. Raises as AddAppointment, and NotFound.
        """
        now = self._clock.now()
        standing = await self._appointments.get(telegram_id, appointment)
        changed = change(standing)
        if (changed.id, changed.telegram_id) != (standing.id, standing.telegram_id):
            raise NotFound("appointment")
        check_words(changed)
        zone_of(changed.zone)
        if changed.starts_at <= now and changed.starts_at != standing.starts_at:
            raise InvalidInput("past")
        planned: tuple[Intent, ...] = ()
        if changed.status.is_active:
            planned = due_times(changed, await self._reminders.settings(telegram_id), now)
        return Kept(await self._appointments.change(changed, planned, now), planned)
