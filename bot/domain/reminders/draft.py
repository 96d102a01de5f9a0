"""An appointment that is being put together, question by question."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from bot.domain.reminders.appointment import Details, NewAppointment
from bot.domain.reminders.wall_time import is_doubled, moment_of

if TYPE_CHECKING:
    from bot.domain.reminders.phrase import Phrase


@dataclass(frozen=True, slots=True)
class VisitDraft:
    """`source` is the appointment that is changed, or copied where `is_copy`.

    `is_worded` once the patient was asked what and where, which they may leave open;
    `is_for_known` once they were asked for whom. `for_whom` is the name of `person`, or of
    somebody who will be kept together with the appointment. `is_second` is asked only where
    clocks show the time twice.
    """

    day: date | None = None
    at: time | None = None
    what: str = ""
    place: str = ""
    phone: str = ""
    note: str = ""
    doctor: int | None = None
    division: int | None = None
    source: int | None = None
    is_copy: bool = False
    is_worded: bool = False
    person: int | None = None
    for_whom: str = ""
    is_for_known: bool = False
    is_second: bool | None = None

    @property
    def starts(self) -> datetime | None:
        """By the patient's wall clock, None while a part of it is missing."""
        if self.day is None or self.at is None:
            return None
        return datetime.combine(self.day, self.at)

    def starts_at(self, zone: str) -> datetime | None:
        """Return the moment in UTC, None while a part of it is missing."""
        starts = self.starts
        return moment_of(starts, zone, is_second=bool(self.is_second)) if starts else None

    def is_ambiguous(self, zone: str) -> bool:
        """Whether clocks show the chosen time twice and it is not known which is meant."""
        return self.starts is not None and self.is_second is None and is_doubled(self.starts, zone)

    def on(self, day: date) -> VisitDraft:
        return replace(self, day=day, is_second=None)

    def at_time(self, at: time) -> VisitDraft:
        return replace(self, at=at, is_second=None)

    def filled(self, phrase: Phrase) -> VisitDraft:
        """The same with all that `phrase` says; what it does not say stays."""
        what = self.what or phrase.what
        return replace(
            self,
            day=phrase.day or self.day,
            at=phrase.at or self.at,
            is_second=None,
            what=what,
            place=self.place or phrase.place,
            is_worded=self.is_worded or bool(what),
        )

    def appointment(self, starts: datetime, zone: str, unnamed: str) -> NewAppointment:
        """Return what is to be kept; `unnamed` stands where the patient gave no words."""
        details = Details(self.what or unnamed, self.place, note=self.note, phone=self.phone)
        return NewAppointment(
            starts,
            details,
            zone,
            is_second=bool(self.is_second),
            person=self.person,
            doctor=self.doctor,
            division=self.division,
        )
