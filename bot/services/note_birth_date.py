"""The birth date of a child whom a patient looks after, and what is reminded of because of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.reminders import OccasionKind, age_occasion, ages_to_come, wall_of

if TYPE_CHECKING:
    from datetime import date, datetime

    from bot.domain.clock import Clock
    from bot.domain.reminders import Person
    from bot.services.add_appointment import AddAppointment
    from bot.services.reminder_ports import (
        AppointmentRepository,
        PeopleRepository,
        ReminderRepository,
    )


class NoteBirthDate:
    def __init__(
        self,
        *,
        people: PeopleRepository,
        appointments: AppointmentRepository,
        reminders: ReminderRepository,
        add: AddAppointment,
        clock: Clock,
    ) -> None:
        self._people = people
        self._appointments = appointments
        self._reminders = reminders
        self._add = add
        self._clock = clock

    async def __call__(self, *, telegram_id: int, person: int, birth_date: date | None) -> Person:
        """Keep the date and plan the birthdays; one that plans nothing is not kept.

        Raises NotFound. Doing it again makes good what a crash left half done: the date is
        written last.
        """
        now = self._clock.now()
        zone = (await self._reminders.settings(telegram_id)).zone
        today = wall_of(now, zone).date()
        ages = ages_to_come(birth_date, today) if birth_date else ()
        occasions = [
            age_occasion(person, birth_date, age, zone) for age in ages if birth_date is not None
        ]
        await self._forget_ages(telegram_id, person, now)
        for one in occasions:
            await self._add(telegram_id=telegram_id, new=one)
        kept = birth_date if occasions else None
        return await self._people.set_birth_date(telegram_id, person, kept)

    async def _forget_ages(self, telegram_id: int, person: int, now: datetime) -> None:
        for one in await self._appointments.of_patient(telegram_id, now):
            if one.kind is OccasionKind.AGE and one.person == person:
                await self._appointments.remove(telegram_id, one.id)
