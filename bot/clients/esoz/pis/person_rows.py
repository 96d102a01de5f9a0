"""A person as ЕСОЗ sends them; whatever may be missing, is."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bot.clients.esoz.envelope import Answer
from bot.clients.esoz.pis.lenient import AsRows, Day, Text
from bot.domain.cabinet import (
    Address,
    Document,
    EmergencyContact,
    Person,
    Phone,
    VerificationStatus,
)


class DocumentRow(Answer):
    type: Text = ""
    number: Text = ""
    issued_by: Text = ""
    issued_at: Day = None
    expiration_date: Day = None

    def to_document(self) -> Document:
        return Document(
            type=self.type.upper(),
            number=self.number,
            issued_by=self.issued_by,
            issued_at=self.issued_at,
            expires_on=self.expiration_date,
        )


class AddressRow(Answer):
    type: Text = ""
    country: Text = ""
    area: Text = ""
    region: Text = ""
    settlement: Text = ""
    settlement_type: Text = ""
    settlement_id: Text = ""
    street_type: Text = ""
    street: Text = ""
    building: Text = ""
    apartment: Text = ""
    zip: Text = ""

    def to_address(self) -> Address:
        return Address(**self.model_dump())


class PhoneRow(Answer):
    type: Text = ""
    number: Text = ""

    def to_phone(self) -> Phone:
        return Phone(type=self.type.upper(), number=self.number)


class ContactRow(Answer):
    first_name: Text = ""
    last_name: Text = ""
    second_name: Text = ""
    phones: Annotated[tuple[PhoneRow, ...], AsRows] = ()

    def to_contact(self) -> EmergencyContact:
        return EmergencyContact(
            first_name=self.first_name,
            last_name=self.last_name,
            second_name=self.second_name,
            phones=tuple(phone.to_phone() for phone in self.phones),
        )


class VerifiedRow(Answer):
    verification_status: Text = ""


class PersonRow(Answer):
    """`pis_person`; a purged request holds an empty one."""

    id: Text = ""
    first_name: Text = ""
    last_name: Text = ""
    second_name: Text = ""
    birth_date: Day = None
    birth_country: Text = ""
    birth_settlement: Text = ""
    gender: Text = ""
    email: Text = ""
    tax_id: Text = ""
    no_tax_id: bool | None = None
    unzr: Text = ""
    secret: Text = ""
    documents: Annotated[tuple[DocumentRow, ...], AsRows] = ()
    addresses: Annotated[tuple[AddressRow, ...], AsRows] = ()
    phones: Annotated[tuple[PhoneRow, ...], AsRows] = ()
    preferred_way_communication: Text = ""
    emergency_contact: ContactRow | None = None
    verification: VerifiedRow | None = None
    verification_status: Text = ""

    def to_person(self) -> Person:
        return Person(
            id=self.id,
            first_name=self.first_name,
            last_name=self.last_name,
            second_name=self.second_name,
            birth_date=self.birth_date,
            birth_country=self.birth_country,
            birth_settlement=self.birth_settlement,
            gender=self.gender.upper(),
            email=self.email,
            tax_id=self.tax_id,
            has_no_tax_id=bool(self.no_tax_id),
            unzr=self.unzr,
            secret=self.secret,
            documents=tuple(row.to_document() for row in self.documents),
            addresses=tuple(row.to_address() for row in self.addresses),
            phones=tuple(row.to_phone() for row in self.phones),
            preferred_way_communication=self.preferred_way_communication.lower(),
            emergency_contact=(
                self.emergency_contact.to_contact() if self.emergency_contact else None
            ),
            verification_status=self._status(),
        )

    def _status(self) -> VerificationStatus | None:
        said = self.verification.verification_status if self.verification else ""
        said = said or self.verification_status
        return VerificationStatus(said) if said else None


class IdentifiedPersonRow(PersonRow):
    """The person of a session, who has an id."""

    id: str = Field(min_length=1)


class PersonAnswer(Answer):
    data: IdentifiedPersonRow
