"""An appointment that will not take place, or that the patient answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.reminders import AppointmentStatus

if TYPE_CHECKING:
    from bot.domain.clock import Clock
    from bot.domain.reminders import Appointment
    from bot.services.reminder_ports import AppointmentRepository


class CancelAppointment:
    def __init__(self, *, appointments: AppointmentRepository, clock: Clock) -> None:
        self._appointments = appointments
        self._clock = clock

    async def __call__(self, *, telegram_id: int, appointment: int) -> Appointment:
        """End its reminders; raises NotFound. Gives what was cancelled, to be told."""
        return await self._appointments.set_status(
            telegram_id, appointment, AppointmentStatus.CANCELLED, self._clock.now()
        )
