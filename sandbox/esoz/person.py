"""A patient as ЕСОЗ knows one: age, documents, and how ЕСОЗ reaches the patient."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from sandbox.esoz.names import FullName


class AuthMethod(StrEnum):
    """How a patient confirms: code to a phone, papers at the desk, not set, someone else's."""

    OTP = "OTP"
    OFFLINE = "OFFLINE"
    NA = "NA"
    THIRD_PERSON = "THIRD_PERSON"


@dataclass(frozen=True)
class Person:
    """An invented patient.

    `confidant` is the adult who acts for the patient; `special` names the case of
    reference/esoz.md §10.1 that the patient plays, None for an ordinary patient.
    """

    id: str
    name: FullName
    is_male: bool
    birth_date: date
    tax_id: str | None
    phone: str | None
    auth_method: AuthMethod
    has_viber: bool
    is_verified: bool = True
    documents: tuple[str, ...] = ()
    confidant: Person | None = None
    special: str | None = None

    @property
    def gender(self) -> str:
        return "MALE" if self.is_male else "FEMALE"

    def age_on(self, day: date) -> int:
        """Full years on `day`."""
        had_birthday = (day.month, day.day) >= (self.birth_date.month, self.birth_date.day)
        return day.year - self.birth_date.year - (not had_birthday)

    def reached_through(self) -> Person | None:
        """Whose phone gets ЕСОЗ's messages: own OTP, or the confidant's; None when nobody's.

        Source: CONF CSI-3377, domain.md §1.1 row 20.
        """
        holder = self.confidant if self.auth_method is AuthMethod.THIRD_PERSON else self
        return holder if holder and holder.auth_method is AuthMethod.OTP else None
