"""A moment that a patient must not miss, and whom it is for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.domain.reminders.kinds import AppointmentStatus, OccasionKind
from bot.domain.reminders.wall_time import KYIV_ZONE, moment_of

if TYPE_CHECKING:
    from datetime import date, datetime

    from bot.domain.reminders.schedule import Schedule

MOST_PEOPLE = 6
"""How many people a patient may look after."""
MOST_APPOINTMENTS = 50
"""Of one patient, still to come."""
LONGEST_TEXT = 200
"""Characters of a title or a place."""
LONGEST_NAME = 60
"""Characters of how a patient calls somebody."""
LONGEST_NOTE = 1000


@dataclass(frozen=True, slots=True)
class Details:
    """What a patient wrote; encrypted where it is stored.

    `number` is a referral's, in groups of four; `phone` is whom to call.
    """

    what: str
    place: str = ""
    note: str = ""
    phone: str = ""
    number: str = ""
    preparation: str = ""
    """The slug of a preparation sheet in bot/content, empty for none."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the patient looks after; a nickname is enough."""

    id: int
    name: str
    birth_date: date | None = None


@dataclass(frozen=True, slots=True)
class NewAppointment:
    """What is to be kept; `starts` is naive: what the wall clock in `zone` will show.

    `is_second` picks the second of an hour that clocks show twice. `schedule` overrides the
    patient's for this visit alone. `doctor` and `division` are keys of the directory.
    """

    starts: datetime
    details: Details
    zone: str = KYIV_ZONE
    is_second: bool = False
    kind: OccasionKind = OccasionKind.VISIT
    person: int | None = None
    schedule: Schedule | None = None
    doctor: int | None = None
    division: int | None = None

    @property
    def starts_at(self) -> datetime:
        """The moment in UTC."""
        return moment_of(self.starts, self.zone, is_second=self.is_second)


@dataclass(frozen=True, slots=True)
class Appointment(NewAppointment):
    """One that is kept; `revision` grows with every change, as the .ics file wants it."""

    id: int = field(kw_only=True)
    telegram_id: int = field(kw_only=True)
    status: AppointmentStatus = AppointmentStatus.PLANNED
    revision: int = 0
    for_whom: Person | None = None
    """The person of `person`, None when it is the patient."""

    def moved_to(
        self, starts: datetime, zone: str | None = None, *, is_second: bool = False
    ) -> Appointment:
        """The same at another time; what was answered to the old one no longer counts."""
        return replace(
            self,
            starts=starts,
            zone=zone or self.zone,
            is_second=is_second,
            status=AppointmentStatus.PLANNED,
        )
