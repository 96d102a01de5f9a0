"""Doctor and facility of a declaration, by name: ЕСОЗ's lists hold only their ids."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from bot.domain.directory.doctors import PEDIATRICIAN

if TYPE_CHECKING:
    from bot.domain.cabinet.declaration import Parties
    from bot.domain.directory import Division, Doctor

T = TypeVar("T")


@dataclass(frozen=True, slots=True, repr=False)
class Workplace:
    """What the directory says of them now, and behind it what ЕСОЗ wrote down itself.

    `doctor` is None for one who works there no more, `division` for a place without a contract.
    """

    parties: Parties
    doctor: Doctor | None = None
    division: Division | None = None

    @property
    def doctor_name(self) -> str:
        """Empty where nobody knows it."""
        return self.doctor.name if self.doctor else self.parties.doctor_name

    @property
    def speciality(self) -> str:
        """A SPECIALITY_TYPE code, or empty."""
        return self.doctor.speciality if self.doctor else self.parties.speciality

    @property
    def facility_name(self) -> str:
        """Empty where nobody knows it."""
        if self.division:
            return self.division.facility.name
        return self.parties.legal_entity_name or self.parties.division_name

    @property
    def phones(self) -> tuple[str, ...]:
        return self.division.phones_to_call if self.division else ()

    @property
    def is_pediatric(self) -> bool:
        """A declaration with a pediatrician ends at 18 (reference/domain.md §3, row 2)."""
        return self.speciality == PEDIATRICIAN


@dataclass(frozen=True, slots=True, repr=False)
class Named(Generic[T]):
    """A declaration or a request for one, with the names that belong to it."""

    record: T
    workplace: Workplace
