"""A patient as the e-cabinet's side of ЕСОЗ keeps one: data that can change, and who acts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from sandbox.esoz.invented import invented_id

if TYPE_CHECKING:
    from datetime import datetime

    from sandbox.esoz.person import AuthMethod

SELF_SIGN_IN_AGE, MAJORITY = 14, 18
# esoz.md §5.5: the list of a third-party client; that of PIS is not published.
CAPACITY_DOCUMENTS = frozenset(
    {
        "MARRIAGE_CERTIFICATE",
        "DIVORCE_CERTIFICATE",
        "STATE_REGISTER_EXTRACT",
        "COURT_DECISION_LEGAL_CAPACITY",
        "COURT_DECISION_DIVORCE",
        "GUARDIANSHIP_DECISION_LEGAL_CAPACITY",
        "LEGAL_CAPACITY_DOCUMENT",
    }
)

Json = dict[str, Any]


@dataclass
class AuthenticationMethod:
    """`value` is the person id of a THIRD_PERSON; times are aware UTC."""

    id: str
    type: AuthMethod
    started_at: datetime
    phone_number: str | None = None
    value: str | None = None
    alias: str | None = None
    ended_at: datetime | None = None

    @property
    def is_active(self) -> bool:
        return self.ended_at is None


@dataclass
class Relationship:
    """Who acts for the patient, and whether state registers have confirmed it."""

    confidant_id: str
    is_verified: bool = True


@dataclass
class Patient:
    """`data` are the fields of `pis_person`; `missing_documents` are types to be uploaded."""

    id: str
    data: Json
    verification_status: str
    methods: list[AuthenticationMethod]
    relationship: Relationship | None = None
    is_active: bool = True
    is_blocked: bool = False
    missing_documents: list[str] = field(default_factory=list)

    @property
    def user_id(self) -> str:
        return invented_id("user", self.id)

    @property
    def is_verified(self) -> bool:
        """Only NOT_VERIFIED blocks (esoz.md §5.1)."""
        return self.verification_status != "NOT_VERIFIED"

    @property
    def full_name(self) -> str:
        parts = (self.data.get(part) for part in ("last_name", "first_name", "second_name"))
        return " ".join(part for part in parts if part)

    @property
    def document_types(self) -> frozenset[str]:
        return frozenset(document["type"] for document in self.data["documents"])

    @property
    def method(self) -> AuthenticationMethod | None:
        """The active one that codes go through."""
        return next((method for method in self.methods if method.is_active), None)

    def age_on(self, day: date) -> int:
        """Full years on `day`."""
        born = date.fromisoformat(self.data["birth_date"])
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day))

    def needs_confidant(self, day: date) -> bool:
        """Whether somebody else must act (esoz.md §4.6, row 5)."""
        age = self.age_on(day)
        if age < SELF_SIGN_IN_AGE:
            return True
        if age < MAJORITY:
            return not self.document_types & CAPACITY_DOCUMENTS
        return self.relationship is not None
