"""A declaration with a doctor: its states, and how PIS shows it (esoz.md §4.3, §4.5)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sandbox.esoz.record import moment

if TYPE_CHECKING:
    from datetime import date, datetime

    from sandbox.esoz.pis.patient import Patient
    from sandbox.esoz.pis.workplaces import Workplace

Json = dict[str, Any]


class DeclarationStatus(StrEnum):
    ACTIVE = "active"
    TERMINATED = "terminated"
    CLOSED = "closed"


@dataclass
class Declaration:
    """`content` is the printed form, `signed` the container with both signatures, if there is."""

    id: str
    number: str
    patient_id: str
    confidant_id: str | None
    employee_id: str
    division_id: str
    legal_entity_id: str
    request_id: str
    start_date: date
    end_date: date
    signed_at: datetime
    updated_at: datetime
    content: str
    signed: bytes = b""
    status: DeclarationStatus = DeclarationStatus.ACTIVE
    reason: str | None = None
    reason_description: str | None = None

    def end(
        self,
        status: DeclarationStatus,
        at: datetime,
        reason: str | None,
        description: str | None = None,
    ) -> None:
        self.status, self.updated_at = status, at
        self.reason, self.reason_description = reason, description

    def listed(self) -> Json:
        """`Declaration_list`: ids only for doctor and facility."""
        return {
            "id": self.id,
            "declaration_number": self.number,
            "start_date": self.start_date.isoformat(),
            "end_date": self.end_date.isoformat(),
            "status": self.status,
            "reason": self.reason,
            "reason_description": self.reason_description,
            "person": {"id": self.patient_id},
            "employee": {"id": self.employee_id},
            "division": {"id": self.division_id},
            "legal_entity": {"id": self.legal_entity_id},
            "inserted_at": moment(self.signed_at),
            "updated_at": moment(self.updated_at),
        }

    def details(self) -> Json:
        """`Declaration_Details_PIS`."""
        person: Json = {"id": self.patient_id}
        if self.confidant_id:
            person["confidant_person"] = {"id": self.confidant_id}
        return self.listed() | {
            "person": person,
            "signed_at": moment(self.signed_at),
            "scope": "family_doctor",
            "declaration_request_id": self.request_id,
            "content": self.content,
        }

    def terminated(self, patient: Patient, place: Workplace, division: Json) -> Json:
        """`Declaration_Details_terminated`: the whole object."""
        return self.details() | {
            "person": patient.data,
            "employee": _employee(place),
            "division": division,
            "legal_entity": place.legal_entity,
        }


def _employee(place: Workplace) -> Json:
    employee = place.employee
    return {
        "id": employee["id"],
        "position": employee["position"],
        "employee_type": employee["employee_type"],
        "status": employee["status"],
        "start_date": employee["start_date"],
        "party": party_short(place),
        "division_id": employee.get("division_id"),
        "legal_entity_id": employee["legal_entity_id"],
        "doctor": {
            "educations": place.party.get("educations", []),
            "specialities": place.party.get("specialities", []),
        },
    }


def party_short(place: Workplace) -> Json:
    """`Party_Short` with its id; no second name where there is none."""
    names = ("id", "first_name", "last_name", "second_name")
    return {name: place.party[name] for name in names if name in place.party}
