"""Whether a person may ask for a declaration with a doctor, as far as we can tell before ЕСОЗ.

The rules are ЕСОЗ's own (`reference/esoz.md` §4.6 and §4.7); its word counts in the end. A doctor
without free places is no obstacle here: the doctor decides (`reference/domain.md` §3, row 3).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.domain.cabinet.capacity import Standing
from bot.domain.directory.doctors import (
    ADULT_AGE_YEARS,
    DECLARED_SPECIALITIES,
    PEDIATRICIAN,
    THERAPIST,
)

if TYPE_CHECKING:
    from bot.domain.cabinet.declaration import Parties
    from bot.domain.directory import Doctor


class Obstacle(StrEnum):
    """In the order in which they are told: who asks, then which doctor."""

    READ_ONLY = "read_only"
    CONFIDANT_ONLY = "confidant_only"
    NOT_VERIFIED = "not_verified"
    UNFINISHED_CHANGE = "unfinished_change"
    NO_DECLARATIONS = "no_declarations"
    ADULT_AT_PEDIATRICIAN = "adult_at_pediatrician"
    CHILD_AT_THERAPIST = "child_at_therapist"
    DECLARED_ALREADY = "declared_already"

    @property
    def is_of_doctor(self) -> bool:
        """Whether nobody else and no paper would make a declaration with this doctor possible."""
        return self in _OF_DOCTOR


_OF_DOCTOR = frozenset({Obstacle.NO_DECLARATIONS, Obstacle.DECLARED_ALREADY})
"""A doctor of the wrong age is not among them: a parent may have wanted one for the child."""


@dataclass(frozen=True, slots=True)
class Applicant:
    """Whoever asks; `age` in whole years, None where ЕСОЗ gave no date of birth."""

    standing: Standing
    age: int | None
    is_refused_by_registers: bool = False
    has_unfinished_change: bool = False


def obstacle(applicant: Applicant, doctor: Doctor, current: Parties | None) -> Obstacle | None:
    """Return what stands in the way, None for nothing; `current` is of the one in force."""
    return _of_person(applicant) or _of_doctor(applicant.age, doctor, current)


def _of_person(applicant: Applicant) -> Obstacle | None:
    if applicant.standing is Standing.READ_ONLY:
        return Obstacle.READ_ONLY
    if applicant.standing is Standing.CONFIDANT_ONLY:
        return Obstacle.CONFIDANT_ONLY
    if applicant.is_refused_by_registers:
        return Obstacle.NOT_VERIFIED
    return Obstacle.UNFINISHED_CHANGE if applicant.has_unfinished_change else None


def _of_doctor(age: int | None, doctor: Doctor, current: Parties | None) -> Obstacle | None:
    if not doctor.takes_declarations or doctor.speciality not in DECLARED_SPECIALITIES:
        return Obstacle.NO_DECLARATIONS
    if age is not None and age >= ADULT_AGE_YEARS and doctor.speciality == PEDIATRICIAN:
        return Obstacle.ADULT_AT_PEDIATRICIAN
    if age is not None and age < ADULT_AGE_YEARS and doctor.speciality == THERAPIST:
        return Obstacle.CHILD_AT_THERAPIST
    if current and is_with(current, doctor):
        return Obstacle.DECLARED_ALREADY
    return None


def is_with(parties: Parties, doctor: Doctor) -> bool:
    """Whether it is the same doctor at the same place."""
    return (parties.employee_id, parties.division_id) == (doctor.employee_id, doctor.division.id)
