"""Declarations and requests for them, as ЕСОЗ sends them."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from bot.clients.esoz.envelope import Answer
from bot.clients.esoz.pis.lenient import AsRows, Day, Moment, Text, frozen_bytes
from bot.clients.esoz.pis.paging import Paged
from bot.domain.cabinet import (
    Declaration,
    DeclarationRequest,
    DeclarationStatus,
    Parties,
    RequestStatus,
)

_SIGNED_CONTENT = "SIGNED_CONTENT"


class PartyRow(Answer):
    last_name: Text = ""
    first_name: Text = ""
    second_name: Text = ""

    @property
    def full_name(self) -> str:
        return " ".join(filter(None, (self.last_name, self.first_name, self.second_name)))


class EmployeeRow(Answer):
    id: Text = ""
    speciality: Text = ""
    party: PartyRow | None = None


class PlaceRow(Answer):
    id: Text = ""
    name: Text = ""
    public_name: Text = ""


class WithParties(Answer):
    """The details name the three by objects, those of a request by ids beside them."""

    employee: EmployeeRow | None = None
    division: PlaceRow | None = None
    legal_entity: PlaceRow | None = None
    employee_id: Text = ""
    division_id: Text = ""
    legal_entity_id: Text = ""

    def to_parties(self) -> Parties:
        employee = self.employee or EmployeeRow()
        division = self.division or PlaceRow()
        owner = self.legal_entity or PlaceRow()
        return Parties(
            employee_id=employee.id or self.employee_id,
            division_id=division.id or self.division_id,
            legal_entity_id=owner.id or self.legal_entity_id,
            doctor_name=employee.party.full_name if employee.party else "",
            speciality=employee.speciality,
            division_name=division.name,
            legal_entity_name=owner.public_name or owner.name,
        )


class DeclarationRow(WithParties):
    id: str = Field(min_length=1)
    declaration_number: Text = ""
    status: Text = ""
    start_date: Day = None
    end_date: Day = None
    reason: Text = ""
    reason_description: Text = ""
    content: Text = ""
    inserted_at: Moment = None
    updated_at: Moment = None

    def to_declaration(self, signed_url: str = "") -> Declaration:
        return Declaration(
            id=self.id,
            number=self.declaration_number,
            status=DeclarationStatus(self.status),
            parties=self.to_parties(),
            starts_on=self.start_date,
            ends_on=self.end_date,
            reason=self.reason,
            reason_description=self.reason_description,
            content_html=self.content,
            signed_url=signed_url,
            inserted_at=self.inserted_at,
            updated_at=self.updated_at,
        )


class _Link(Answer):
    type: Text = ""
    url: Text = ""


class _Links(Answer):
    links: Annotated[tuple[_Link, ...], AsRows] = ()


class DeclarationAnswer(Answer):
    data: DeclarationRow
    urgent: _Links | None = None

    def to_declaration(self) -> Declaration:
        links = self.urgent.links if self.urgent else ()
        signed = (link.url for link in links if link.type.upper() == _SIGNED_CONTENT)
        return self.data.to_declaration(next(signed, ""))


class DeclarationsAnswer(Paged):
    data: Annotated[tuple[DeclarationRow, ...], AsRows] = ()


class DeclarationRequestRow(WithParties):
    id: str = Field(min_length=1)
    status: Text = ""
    declaration_number: Text = ""
    declaration_id: Text = ""
    status_reason: Text = ""
    channel: Text = ""
    start_date: Day = None
    end_date: Day = None
    content: Text = ""
    data_to_be_signed: dict[str, Any] | None = Field(default=None, repr=False)
    current_declaration_count: int | None = None
    system_declaration_limit: int | None = None

    def to_request(self, *, sets_patient_signed: bool = True) -> DeclarationRequest:
        return DeclarationRequest(
            id=self.id,
            status=RequestStatus(self.status),
            number=self.declaration_number,
            declaration_id=self.declaration_id,
            status_reason=self.status_reason,
            channel=self.channel.upper(),
            parties=self._parties(),
            starts_on=self.start_date,
            ends_on=self.end_date,
            content_html=self.content or str((self.data_to_be_signed or {}).get("content", "")),
            data_to_be_signed=self._to_be_signed(sets_patient_signed=sets_patient_signed),
            declarations_count=self.current_declaration_count,
            declarations_limit=self.system_declaration_limit,
        )

    def _parties(self) -> Parties:
        """The details have ids only, and names in what is to be signed."""
        if self.employee is None and self.data_to_be_signed:
            return WithParties.model_validate(self.data_to_be_signed).to_parties()
        return self.to_parties()

    def _to_be_signed(self, *, sets_patient_signed: bool) -> bytes:
        """ЕСОЗ compares with its own copy in which the patient has agreed (`esoz.md` §4.9)."""
        if not self.data_to_be_signed:
            return b""
        if not sets_patient_signed:
            return frozen_bytes(self.data_to_be_signed)
        person = {**self.data_to_be_signed.get("person", {}), "patient_signed": True}
        return frozen_bytes({**self.data_to_be_signed, "person": person})


class DeclarationRequestAnswer(Answer):
    data: DeclarationRequestRow


class DeclarationRequestsAnswer(Paged):
    data: Annotated[tuple[DeclarationRequestRow, ...], AsRows] = ()
