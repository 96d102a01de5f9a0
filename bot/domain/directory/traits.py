"""What a patient can filter doctors and divisions by, and what is known of each for that."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntFlag
from typing import TYPE_CHECKING

from bot.domain.directory.doctors import Gender
from bot.domain.directory.weekly_hours import hours_from_text

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.directory.coordinates import Point


class Mark(IntFlag):
    """One bit for each yes-or-no of a filter."""

    DIVISION = 1
    DOCTOR = 2
    TAKES_DECLARATIONS = 4
    FEMALE = 8
    MALE = 16
    SATURDAY = 32
    AFTER_18 = 64


@dataclass(frozen=True, slots=True)
class Traits:
    """What is known of one key; `hours` as WeeklyHours.to_text, the key's own or its division's.

    A division has no gender and may have many specialities.
    """

    key: int
    division_key: int
    is_doctor: bool
    takes_declarations: bool
    gender: Gender | None
    specialities: tuple[str, ...]
    free_places: int | None
    hours: str
    point: Point | None

    @property
    def marks(self) -> Mark:
        hours = hours_from_text(self.hours)
        known = {
            Mark.DOCTOR: self.is_doctor,
            Mark.DIVISION: not self.is_doctor,
            Mark.TAKES_DECLARATIONS: self.takes_declarations,
            Mark.FEMALE: self.gender is Gender.FEMALE,
            Mark.MALE: self.gender is Gender.MALE,
            Mark.SATURDAY: hours.is_open_on_saturday,
            Mark.AFTER_18: hours.is_open_after_18,
        }
        return _all_of(known)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a patient filters by; what is left out does not matter. `near` with `within_km`."""

    doctors: bool = False
    divisions: bool = False
    takes_declarations: bool = False
    specialities: frozenset[str] = frozenset()
    has_free_places: bool = False
    gender: Gender | None = None
    is_open_at: datetime | None = None
    is_open_on_saturday: bool = False
    is_open_after_18: bool = False
    near: Point | None = None
    within_km: float | None = None

    @property
    def marks(self) -> Mark:
        wanted = {
            Mark.DOCTOR: self.doctors,
            Mark.DIVISION: self.divisions,
            Mark.TAKES_DECLARATIONS: self.takes_declarations,
            Mark.FEMALE: self.gender is Gender.FEMALE,
            Mark.MALE: self.gender is Gender.MALE,
            Mark.SATURDAY: self.is_open_on_saturday,
            Mark.AFTER_18: self.is_open_after_18,
        }
        return _all_of(wanted)


def _all_of(marks: dict[Mark, bool]) -> Mark:
    return Mark(sum(mark for mark, is_set in marks.items() if is_set))
