"""«Буду» or «Не зможу»: the patient's answer to a reminder, which can be given again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.reminders import AppointmentStatus, due_times
from bot.errors import Conflict

if TYPE_CHECKING:
    from bot.domain.clock import Clock
    from bot.domain.reminders import Appointment
    from bot.services.reminder_ports import AppointmentRepository, ReminderRepository


class AnswerReminder:
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
        self, *, telegram_id: int, appointment: int, is_coming: bool
    ) -> Appointment:
        """Store the answer; who comes after all is reminded again.

        Raises NotFound, and Conflict where the appointment was cancelled or is over.
        """
        now = self._clock.now()
        standing = await self._appointments.get(telegram_id, appointment)
        if standing.status is AppointmentStatus.CANCELLED or standing.starts_at <= now:
            raise Conflict("appointment is over")
        status = AppointmentStatus.CONFIRMED if is_coming else AppointmentStatus.DECLINED
        answered = await self._appointments.set_status(telegram_id, appointment, status, now)
        if is_coming and standing.status is AppointmentStatus.DECLINED:
            settings = await self._reminders.settings(telegram_id)
            return await self._appointments.change(
                answered, due_times(answered, settings, now), now
            )
        return answered
