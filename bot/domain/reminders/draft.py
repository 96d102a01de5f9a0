"""An appointment that is being put together, question by question."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from bot.domain.reminders.appointment import Details, NewAppointment

if TYPE_CHECKING:
    from bot.domain.reminders.phrase import Phrase


@dataclass(frozen=True, slots=True)
class VisitDraft:
    """`source` is the appointment that is changed, or copied where `is_copy`.

    `is_worded` once the patient was asked what and where, which they may leave open.
    """

    day: date | None = None
    at: time | None = None
    what: str = ""
    place: str = ""
    phone: str = ""
    doctor: int | None = None
    division: int | None = None
    source: int | None = None
    is_copy: bool = False
    is_worded: bool = False

    @property
    def starts(self) -> datetime | None:
        """By the patient's wall clock, None while a part of it is missing."""
        if self.day is None or self.at is None:
            return None
        return datetime.combine(self.day, self.at)

    def filled(self, phrase: Phrase) -> VisitDraft:
        """The same with all that `phrase` says; what it does not say stays."""
        what = self.what or phrase.what
        return replace(
            self,
            day=phrase.day or self.day,
            at=phrase.at or self.at,
            what=what,
            place=self.place or phrase.place,
            is_worded=self.is_worded or bool(what),
        )

    def appointment(self, starts: datetime, zone: str, unnamed: str) -> NewAppointment:
        """Return what is to be kept; `unnamed` stands where the patient gave no words."""
        details = Details(self.what or unnamed, self.place, phone=self.phone)
        return NewAppointment(starts, details, zone, doctor=self.doctor, division=self.division)
