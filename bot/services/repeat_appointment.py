"""The same visit again: in a month, at a time that the patient gives."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from bot.domain.reminders import NewAppointment

if TYPE_CHECKING:
    from datetime import datetime

    from bot.services.add_appointment import AddAppointment, Kept
    from bot.services.reminder_ports import AppointmentRepository


class RepeatAppointment:
    def __init__(self, *, appointments: AppointmentRepository, add: AddAppointment) -> None:
        self._appointments = appointments
        self._add = add

    async def __call__(
        self, *, telegram_id: int, appointment: int, starts: datetime, is_second: bool = False
    ) -> Kept:
        """Keep a copy that begins at `starts` (naive, the wall clock of the visit's zone).

        Raises as AddAppointment, and NotFound.
        """
        former = await self._appointments.get(telegram_id, appointment)
        copied = {one.name: getattr(former, one.name) for one in fields(NewAppointment)}
        again = NewAppointment(**copied | {"starts": starts, "is_second": is_second})
        return await self._add(telegram_id=telegram_id, new=again)
