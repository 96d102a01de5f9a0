"""What a patient has still to come, for themselves and for those whom they look after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.domain.reminders import OccasionKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.domain.clock import Clock
    from bot.domain.reminders import Appointment, OwnReminder, ReminderSettings
    from bot.services.reminder_ports import AppointmentRepository, ReminderRepository

_STILL_SHOWN = timedelta(hours=2)
"""After its beginning: the patient may be on the way and look for the address."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """Earliest first, each of both; birthdays stand with the person whose they are."""

    appointments: Sequence[Appointment]
    own: Sequence[OwnReminder]
    settings: ReminderSettings


class ListAppointments:
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

    async def __call__(self, *, telegram_id: int) -> Agenda:
        since = self._clock.now() - _STILL_SHOWN
        kept = await self._appointments.of_patient(telegram_id, since)
        return Agenda(
            [one for one in kept if one.kind is not OccasionKind.AGE],
            await self._reminders.own(telegram_id),
            await self._reminders.settings(telegram_id),
        )

    async def has_any(self, *, telegram_id: int) -> bool:
        """Whether anything of the patient is kept already, past ones too.

        A referral does not count: for its number the patient was asked apart.
        """
        longest_ago = datetime.min.replace(tzinfo=UTC)
        kept = await self._appointments.of_patient(telegram_id, longest_ago)
        return any(one.kind is not OccasionKind.REFERRAL for one in kept) or bool(
            await self._reminders.own(telegram_id)
        )

    async def count_for(self, *, telegram_id: int, person: int) -> int:
        """How many appointments of somebody looked after are still to come."""
        kept = await self._appointments.of_patient(telegram_id, self._clock.now())
        return sum(one.person == person and one.kind is OccasionKind.VISIT for one in kept)

    async def one(self, *, telegram_id: int, appointment: int) -> Appointment:
        """Raises NotFound."""
        return await self._appointments.get(telegram_id, appointment)
