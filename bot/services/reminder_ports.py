"""What the use cases of reminders need of the database; every method raises Unavailable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from bot.domain.reminders import (
        Appointment,
        AppointmentStatus,
        Intent,
        NewAppointment,
        OwnReminder,
        Person,
        ReminderSettings,
    )


class AppointmentRepository(Protocol):
    """Appointments with their reminders; both change in one transaction."""

    async def add(
        self, telegram_id: int, new: NewAppointment, reminders: Sequence[Intent], now: datetime
    ) -> Appointment:
        """Keep it; gives the one that stands there already when it is the very same.

        Raises TooManyAppointments.
        """
        ...

    async def get(self, telegram_id: int, appointment_id: int) -> Appointment:
        """Raises NotFound, also for somebody else's."""
        ...

    async def of_patient(self, telegram_id: int, since: datetime) -> list[Appointment]:
        """All that begin at `since` or later and are not cancelled, earliest first."""
        ...

    async def change(
        self, appointment: Appointment, reminders: Sequence[Intent], now: datetime
    ) -> Appointment:
        """Store it and put `reminders` in the place of those still to come; raises NotFound."""
        ...

    async def set_status(
        self, telegram_id: int, appointment_id: int, status: AppointmentStatus, now: datetime
    ) -> Appointment:
        """Store the answer of the patient; raises NotFound.

        Reminders still to come end where the status is not active.
        """
        ...

    async def remove(self, telegram_id: int, appointment_id: int) -> None:
        """Delete it with all its reminders at once."""
        ...


class ReminderRepository(Protocol):
    """A patient's choices, and reminders in their own words."""

    async def settings(self, telegram_id: int) -> ReminderSettings:
        """The defaults where nothing was chosen."""
        ...

    async def save_settings(
        self, telegram_id: int, settings: ReminderSettings, now: datetime
    ) -> None: ...

    async def add_own(
        self, telegram_id: int, text: str, intent: Intent, now: datetime
    ) -> OwnReminder:
        """Raises TooManyReminders."""
        ...

    async def own(self, telegram_id: int) -> list[OwnReminder]:
        """Those still to come, earliest first."""
        ...

    async def change_own(
        self, telegram_id: int, reminder_id: int, text: str, intent: Intent
    ) -> OwnReminder:
        """Raises NotFound where it is not to come any more, or is being said just now."""
        ...

    async def own_again(self, telegram_id: int, reminder_id: int) -> OwnReminder | None:
        """The turn to come of a recurring reminder, of which `reminder_id` may be an earlier one.

        None where nothing of it is to come, or it is somebody else's.
        """
        ...

    async def remove_own(self, telegram_id: int, reminder_id: int) -> None: ...

    async def drop_snoozed(self, telegram_id: int, reminder_id: int) -> None:
        """Say once more no longer what this reminder said and was put off."""
        ...

    async def snooze(self, telegram_id: int, reminder_id: int, due_at: datetime) -> bool:
        """Say once more at `due_at` what this reminder said; False when it cannot be any more."""
        ...

    async def told(self, telegram_id: int, reminder_id: int) -> list[tuple[int, int | None]]:
        """(reminder, appointment) of everything that one message said, this reminder among it.

        Empty for somebody else's, and when it is too long ago.
        """
        ...

    async def text_of(self, telegram_id: int, reminder_id: int) -> str | None:
        """The patient's own words of a reminder, sent or not; None where there are none."""
        ...

    async def replan(
        self,
        telegram_id: int,
        appointments: Mapping[int, Sequence[Intent]],
        own: Mapping[int, Intent],
        now: datetime,
    ) -> None:
        """Put new times in the place of those to come, by appointment and by own reminder."""
        ...


class PeopleRepository(Protocol):
    """Whom a patient looks after."""

    async def of_patient(self, telegram_id: int) -> list[Person]: ...

    async def add(
        self, telegram_id: int, name: str, birth_date: date | None, now: datetime
    ) -> Person:
        """Raises TooManyLookedAfter."""
        ...

    async def rename(self, telegram_id: int, person_id: int, name: str) -> Person:
        """Raises NotFound."""
        ...

    async def set_birth_date(
        self, telegram_id: int, person_id: int, birth_date: date | None
    ) -> Person:
        """Raises NotFound."""
        ...

    async def remove(self, telegram_id: int, person_id: int) -> None:
        """Delete the person with their appointments and reminders."""
        ...
