"""«Показати»: what a pushed message was about, all of it, as it stands now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.domain.reminders import Appointment
    from bot.services.reminder_ports import AppointmentRepository, ReminderRepository


@dataclass(frozen=True, slots=True)
class Told:
    """Appointments, earliest first, and the patient's own words."""

    appointments: Sequence[Appointment]
    texts: Sequence[str]


class ShowTold:
    def __init__(
        self, *, appointments: AppointmentRepository, reminders: ReminderRepository
    ) -> None:
        self._appointments = appointments
        self._reminders = reminders

    async def __call__(self, *, telegram_id: int, reminder: int) -> Told:
        """Raises NotFound where nothing of it is kept any more, or it is somebody else's."""
        said = await self._reminders.told(telegram_id, reminder)
        keys = dict.fromkeys(key for _, key in said if key is not None)
        visits = [await self._appointments.get(telegram_id, key) for key in keys]
        texts = [
            text
            for key, visit in said
            if visit is None and (text := await self._reminders.text_of(telegram_id, key))
        ]
        if not visits and not texts:
            raise NotFound("reminder")
        return Told(sorted(visits, key=lambda one: one.starts_at), texts)
