"""A person as the patient register of ЕСОЗ keeps them; nothing of it shows in a repr."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from bot.domain.cabinet.verification import VerificationStatus


@dataclass(frozen=True, slots=True, repr=False)
class Document:
    """An identity document; `type` is a code of the dictionary DOCUMENT_TYPE."""

    type: str
    number: str
    issued_by: str = ""
    issued_at: date | None = None
    expires_on: date | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Address:
    """Where a person is registered or lives; every field is ЕСОЗ's own text, "" where unset."""

    type: str
    country: str = ""
    area: str = ""
    region: str = ""
    settlement: str = ""
    settlement_type: str = ""
    settlement_id: str = ""
    street_type: str = ""
    street: str = ""
    building: str = ""
    apartment: str = ""
    zip: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Phone:
    """`type` is MOBILE or LAND_LINE; each type at most once."""

    type: str
    number: str


@dataclass(frozen=True, slots=True, repr=False)
class EmergencyContact:
    """Whom a doctor calls when the patient cannot speak."""

    first_name: str
    last_name: str
    second_name: str = ""
    phones: tuple[Phone, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Person:
    """GET /api/pis/person (`reference`: PIS §pis_person); what ЕСОЗ left out is "", None or ()."""

    id: str
    first_name: str
    last_name: str
    second_name: str = ""
    birth_date: date | None = None
    birth_country: str = ""
    birth_settlement: str = ""
    gender: str = ""
    email: str = ""
    tax_id: str = ""
    has_no_tax_id: bool = False
    unzr: str = ""
    secret: str = ""
    documents: tuple[Document, ...] = ()
    addresses: tuple[Address, ...] = ()
    phones: tuple[Phone, ...] = ()
    preferred_way_communication: str = ""
    emergency_contact: EmergencyContact | None = None
    verification_status: VerificationStatus | None = None

    @property
    def short_name(self) -> str:
        """First name and the first letter of the surname: enough to know oneself by."""
        initial = f"{self.last_name[0]}." if self.last_name else ""
        return f"{self.first_name} {initial}".strip()

    def document(self, *types: str) -> Document | None:
        """The first document of one of these types."""
        return next((held for held in self.documents if held.type in types), None)
