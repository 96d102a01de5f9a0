"""A request for a declaration, from NEW to SIGNED, and how PIS shows it (esoz.md §4.3, §4.4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

Json = dict[str, Any]
_OPEN = {"NEW", "APPROVED"}
# Of what is signed, not sent beside `data_to_be_signed`.
_ONLY_SIGNED = ("authorize_with", "person")
_SHOWN_OF_EMPLOYEE = ("id", "position", "party")
_SHOWN_OF_LEGAL_ENTITY = ("id", "name", "short_name", "legal_form", "edrpou")
_SHOWN_OF_DIVISION = ("id", "name", "type", "status", "dls_id", "dls_verified")
_SHOWN_OF_PERSON = ("id", "first_name", "last_name", "second_name")


@dataclass
class DeclarationRequest:
    """`to_be_signed` is `data_to_be_signed`: its ids and dates are the request's own.

    `signed` is what the patient sent; `is_wiped` once personal data are cleared away.
    """

    patient_id: str
    applicant_id: str
    to_be_signed: Json
    created_at: datetime
    updated_at: datetime
    status: str = "NEW"
    status_reason: str | None = None
    signed: bytes = b""
    is_wiped: bool = False

    @property
    def id(self) -> str:
        return str(self.to_be_signed["id"])

    @property
    def is_open(self) -> bool:
        return self.status in _OPEN

    def move(self, status: str, at: datetime, reason: str | None = None) -> None:
        self.status, self.status_reason, self.updated_at = status, reason, at

    def expected(self) -> Json:
        """The map that the patient has to sign: with the yes to signing (§4.9)."""
        person = self.to_be_signed["person"] | {"patient_signed": True}
        return self.to_be_signed | {"person": person}

    def created(self) -> Json:
        """`Create_…` and `Sign_Declaration_Request_Response_PIS`."""
        shown = {
            name: value for name, value in self.to_be_signed.items() if name not in _ONLY_SIGNED
        }
        person = {
            name: value
            for name, value in self.to_be_signed["person"].items()
            if name not in {"id", "authentication_methods"}
        }
        return shown | {
            "status": self.status,
            "scope": "family doctor",
            "person": person,
            "data_to_be_signed": self.to_be_signed,
        }

    def details(self, *, count: int, limit: int) -> Json:
        """`Declaration_request_details`; `count` and `limit` are the doctor's declarations."""
        content = self.to_be_signed
        record: Json = {
            name: content[name]
            for name in ("id", "declaration_number", "declaration_id", "start_date", "end_date")
        }
        record |= {
            "scope": "family doctor",
            "status": self.status,
            "status_reason": self.status_reason,
            "channel": "PIS",
            "current_declaration_count": count,
            "system_declaration_limit": limit,
            "patient_id": self.patient_id,
            "employee_id": content["employee"]["id"],
            "legal_entity_id": content["legal_entity"]["id"],
            "division_id": content["division"]["id"],
        }
        if not self.is_wiped:
            record["data_to_be_signed"] = content
        return record

    def listed(self) -> Json:
        """`Declaration_requests_list`; only ids of a request that was cleared (§4.2)."""
        content = self.to_be_signed
        return {
            "id": self.id,
            "declaration_number": content["declaration_number"],
            "start_date": content["start_date"],
            "end_date": content["end_date"],
            "channel": "PIS",
            "status": self.status,
            "status_reason": self.status_reason,
            "person": self._short("person", _SHOWN_OF_PERSON),
            "employee": self._short("employee", _SHOWN_OF_EMPLOYEE),
            "legal_entity": self._short("legal_entity", _SHOWN_OF_LEGAL_ENTITY),
            "division": self._short("division", _SHOWN_OF_DIVISION),
        }

    def _short(self, part: str, names: tuple[str, ...]) -> Json:
        whole = self.to_be_signed[part]
        wanted = ("id",) if self.is_wiped else names
        return {name: whole[name] for name in wanted if name in whole}
