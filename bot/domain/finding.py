"""What a patient looks for in the directory, by which filters, and what was found."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from enum import IntFlag, StrEnum
from typing import TYPE_CHECKING

from bot.domain.directory import Gender, Wish, declared_specialities_for

if TYPE_CHECKING:
    from datetime import datetime

MOST_KEPT = 1000
"""Keys of one search; nobody looks through 200 pages."""
PAGE_SIZE = 5

_AN_ADULT, _A_CHILD = 18, 17


class Wanted(StrEnum):
    """A doctor for the declaration of an adult or of a child, or a facility for a service."""

    ADULT = "a"
    CHILD = "c"
    FACILITY = "f"

    @property
    def is_doctor(self) -> bool:
        return self is not Wanted.FACILITY

    @property
    def specialities(self) -> frozenset[str]:
        """Whom such a patient may declare; empty for a facility."""
        if self is Wanted.FACILITY:
            return frozenset()
        age_years = _AN_ADULT if self is Wanted.ADULT else _A_CHILD
        return frozenset(declared_specialities_for(age_years))


class Filters(IntFlag):
    """What narrows a list; the values stand in buttons."""

    NONE = 0
    FREE_PLACES = 1
    OPEN_NOW = 2
    SATURDAY = 4
    AFTER_18 = 8
    WOMAN = 16
    MAN = 32

    def toggled(self, one: Filters) -> Filters:
        """With `one` turned on or off; a woman and a man put each other out."""
        turned = self ^ one
        for first, second in ((Filters.WOMAN, Filters.MAN), (Filters.MAN, Filters.WOMAN)):
            if one is first:
                turned &= ~second
        return turned


FACILITY_FILTERS = (Filters.OPEN_NOW, Filters.SATURDAY, Filters.AFTER_18)
DOCTOR_FILTERS = (Filters.FREE_PLACES, *FACILITY_FILTERS, Filters.WOMAN, Filters.MAN)


def filters_for(wanted: Wanted) -> tuple[Filters, ...]:
    return DOCTOR_FILTERS if wanted.is_doctor else FACILITY_FILTERS


def wish_for(wanted: Wanted, filters: Filters, now: datetime, *, speciality: str = "") -> Wish:
    """What the directory is asked for; `now` is aware."""
    gender = {Filters.WOMAN: Gender.FEMALE, Filters.MAN: Gender.MALE}
    return Wish(
        doctors=wanted.is_doctor,
        divisions=not wanted.is_doctor,
        takes_declarations=wanted.is_doctor,
        specialities=frozenset((speciality,)) if speciality else wanted.specialities,
        has_free_places=Filters.FREE_PLACES in filters,
        gender=gender.get(filters & (Filters.WOMAN | Filters.MAN)),
        is_open_at=now if Filters.OPEN_NOW in filters else None,
        is_open_on_saturday=Filters.SATURDAY in filters,
        is_open_after_18=Filters.AFTER_18 in filters,
    )


@dataclass(frozen=True, slots=True)
class Search:
    """What was found, best first; `kms` has a whole distance for each key, or is empty.

    Neither the words nor the place that were searched for are in it.
    """

    id: str
    wanted: Wanted
    keys: array[int] = field(default_factory=lambda: array("I"))
    kms: array[int] = field(default_factory=lambda: array("H"))
    is_guess: bool = False

    def km(self, place: int) -> int | None:
        """The distance of the key at `place`; None when the search was not by location."""
        return self.kms[place] if self.kms else None
