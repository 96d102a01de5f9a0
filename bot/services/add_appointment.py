"""Keep an appointment and plan its reminders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.domain.reminders import LONGEST_NOTE, LONGEST_TEXT, due_times, zone_of
from bot.errors import InvalidInput

if TYPE_CHECKING:
    from bot.domain.clock import Clock
    from bot.domain.reminders import Appointment, Intent, NewAppointment
    from bot.services.reminder_ports import AppointmentRepository, ReminderRepository


@dataclass(frozen=True, slots=True)
class Kept:
    """An appointment as it stands now, and when it will be reminded of, earliest first."""

    appointment: Appointment
    reminders: tuple[Intent, ...]


class AddAppointment:
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

    async def __call__(self, *, telegram_id: int, new: NewAppointment) -> Kept:
        """Keep `new`; a second tap finds the first one's.

        Raises InvalidInput("past", "zone", "what", "long"), TooManyAppointments, NotFound for
        a person who is not this patient's.
        """
        now = self._clock.now()
        check_words(new)
        zone_of(new.zone)
        if new.starts_at <= now:
            raise InvalidInput("past")
        settings = await self._reminders.settings(telegram_id)
        planned = due_times(new, settings, now)
        kept = await self._appointments.add(telegram_id, new, planned, now)
        return Kept(kept, planned)


def check_words(new: NewAppointment) -> None:
    """Raise InvalidInput for words that cannot be kept."""
    details = new.details
    if not details.what.strip():
        raise InvalidInput("what")
    is_long = max(len(details.what), len(details.place)) > LONGEST_TEXT
    if is_long or len(details.note) > LONGEST_NOTE:
        raise InvalidInput("long")
