"""The birthdays on which the rights of a child change, and the reminder of them."""

from __future__ import annotations

from datetime import date, datetime, time

from bot.domain.reminders.appointment import Details, NewAppointment
from bot.domain.reminders.kinds import OccasionKind

AGES_THAT_CHANGE_RIGHTS = (14, 18)
"""ЕСОЗ: `no_self_auth_age` and `person_full_legal_capacity_age` (RC_CSI-1323)."""
_NOON = time(12)
"""Far from midnight, so that it stays the same day in most zones."""


def birthday(born_on: date, age: int) -> date:
    """Return the day on which someone becomes `age`; born on 29 February it may be 1 March."""
    try:
        return born_on.replace(year=born_on.year + age)
    except ValueError:
        return date(born_on.year + age, 3, 1)


def ages_to_come(born_on: date, today: date) -> tuple[int, ...]:
    """Return the ages of which a reminder is still possible, the nearest first."""
    return tuple(age for age in AGES_THAT_CHANGE_RIGHTS if birthday(born_on, age) > today)


def age_occasion(person: int, born_on: date, age: int, zone: str) -> NewAppointment:
    """Return what is kept of a birthday; its words are the age alone, and drawn when sent."""
    starts = datetime.combine(birthday(born_on, age), _NOON)
    return NewAppointment(starts, Details(str(age)), zone, kind=OccasionKind.AGE, person=person)
