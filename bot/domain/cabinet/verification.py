"""Whether ЕСОЗ has confirmed a person in the state registers, and by which of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class VerificationStatus(StrEnum):
    """The dictionary PERSON_VERIFICATION_STATUSES; OTHER is a code that we do not know."""

    VERIFIED = "VERIFIED"
    NOT_VERIFIED = "NOT_VERIFIED"
    NEEDED = "VERIFICATION_NEEDED"
    NOT_NEEDED = "VERIFICATION_NOT_NEEDED"
    IN_REVIEW = "IN_REVIEW"
    CHANGES_NEEDED = "CHANGES_NEEDED"
    OTHER = "OTHER"

    @classmethod
    def _missing_(cls, value: object) -> VerificationStatus:
        known = {status.value: status for status in cls}
        return known.get(str(value).strip().upper(), cls.OTHER)


class Register(StrEnum):
    """What is checked: a state register, or НСЗУ itself; the keys of `details`."""

    TAX = "drfo"
    DEATH = "dracs_death"
    NHS = "nhs"
    UNZR = "unzr"
    INTERIOR_PASSPORT = "mvs_passport"
    MIGRATION_PASSPORT = "dms_passport"
    BIRTH = "dracs_birth"
    NAME_CHANGE = "dracs_name_change"
    LEGAL_CAPACITY = "legal_capacity"


@dataclass(frozen=True, slots=True)
class VerificationPart:
    """What one register said; `reason`, `comment` and `result` are ЕСОЗ's own words or codes."""

    register: Register
    status: VerificationStatus
    reason: str = field(default="", repr=False)
    comment: str = field(default="", repr=False)
    result: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Relationship:
    """Whether it is confirmed that the confidant may act for the person."""

    status: VerificationStatus
    reason: str = field(default="", repr=False)
    comment: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Verification:
    """GET /api/pis/person/verification; registers that we do not know are left out."""

    status: VerificationStatus
    parts: tuple[VerificationPart, ...] = ()
    relationship: Relationship | None = None

    @property
    def is_refused(self) -> bool:
        """NOT_VERIFIED alone keeps a person from declarations (409 `Person is not verified`)."""
        return self.status is VerificationStatus.NOT_VERIFIED
