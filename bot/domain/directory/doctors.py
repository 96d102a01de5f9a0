"""Doctors as patients choose among them, and who may choose whom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from bot.domain.directory.places import Division

FAMILY_DOCTOR = "FAMILY_DOCTOR"
THERAPIST = "THERAPIST"
PEDIATRICIAN = "PEDIATRICIAN"
DECLARED_SPECIALITIES = (FAMILY_DOCTOR, THERAPIST, PEDIATRICIAN)
"""Whose patients sign a declaration (reference/esoz.md §3.5)."""
ADULT_AGE_YEARS = 18


class Gender(StrEnum):
    FEMALE = "FEMALE"
    MALE = "MALE"


@dataclass(frozen=True, slots=True)
class Doctor:
    """A doctor at one division; `key` names this pair and outlives every sync.

    The declarations are those of the person over all places of work, as counted on `counted_on`;
    None where ЕСОЗ gives no figure. `other_keys` are the same person's other places.
    """

    key: int
    employee_id: str
    party_id: str
    last_name: str
    first_name: str
    second_name: str | None
    gender: Gender | None
    speciality: str
    position: str | None
    takes_declarations: bool
    division: Division
    declarations_limit: int | None = None
    declarations_count: int | None = None
    counted_on: date | None = None
    other_keys: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        return " ".join(filter(None, (self.last_name, self.first_name, self.second_name)))

    @property
    def free_places(self) -> int | None:
        """How many more declarations fit under the limit, 0 when it is reached or passed."""
        if self.declarations_limit is None or self.declarations_count is None:
            return None
        return max(self.declarations_limit - self.declarations_count, 0)

    @property
    def is_over_limit(self) -> bool:
        """No place is free: the doctor alone decides whether to take one more.

        It is the only cited ground for a refusal (reference/domain.md §3, rows 3 and 4).
        """
        return self.free_places == 0


@dataclass(frozen=True, slots=True, repr=False)
class DoctorIdentity:
    """A doctor as a person; `speciality` and `party_id` are empty where they are not known."""

    name: str
    speciality: str = ""
    party_id: str = ""


def declared_specialities_for(age_years: int) -> tuple[str, ...]:
    """The specialities that a person of this age may declare (reference/domain.md §3, row 1)."""
    own = THERAPIST if age_years >= ADULT_AGE_YEARS else PEDIATRICIAN
    return FAMILY_DOCTOR, own
