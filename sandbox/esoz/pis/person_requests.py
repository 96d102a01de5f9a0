"""A patient's request to change their data, from NEW to SIGNED (esoz.md §5.3)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from sandbox.esoz.record import moment

if TYPE_CHECKING:
    from datetime import datetime

    from sandbox.esoz.pis.patient import Patient

Json = dict[str, Any]
# What ЕСОЗ may keep of a request and what a patient's signature need not cover.
_NOT_SIGNED = ("inserted_at", "updated_at")


@dataclass
class PersonRequest:
    """`waiting` are types of documents whose picture has not come yet, with their addresses."""

    patient_id: str
    person: Json
    has_consent: bool
    content: str
    created_at: datetime
    updated_at: datetime
    status: str = "NEW"
    waiting: dict[str, str] = field(default_factory=dict)
    uploaded: set[str] = field(default_factory=set)
    signed: bytes = b""
    id: str = field(default_factory=lambda: str(uuid4()))

    @property
    def is_open(self) -> bool:
        return self.status in {"NEW", "APPROVED"}

    @property
    def missing(self) -> list[str]:
        return [kind for kind in self.waiting if kind not in self.uploaded]

    def move(self, status: str, at: datetime) -> None:
        self.status, self.updated_at = status, at

    def details(self) -> Json:
        """`Person_request_details`."""
        return {
            "id": self.id,
            "status": self.status,
            "channel": "PIS",
            "inserted_at": moment(self.created_at),
            "updated_at": moment(self.updated_at),
            "patient_signed": bool(self.signed),
            "process_disclosure_data_consent": self.has_consent,
            "content": self.content,
            "person": self.person,
        }

    def listed(self) -> Json:
        """`Person_request_list`."""
        names = ("first_name", "last_name", "second_name")
        return {
            "id": self.id,
            "status": self.status,
            "channel": "PIS",
            "inserted_at": moment(self.created_at),
            "updated_at": moment(self.updated_at),
            "person": {name: self.person[name] for name in names if name in self.person},
        }

    def is_signed_by(self, content: Json) -> bool:
        """Whether the decoded map is this request with the patient's yes to signing."""
        return _signed_part(content) == _signed_part(self.details() | {"patient_signed": True})

    def documents(self) -> list[Json]:
        """`media_content_person_request_details`."""
        return [
            {"type": kind, "is_uploaded": kind in self.uploaded, "url": url}
            for kind, url in self.waiting.items()
        ]


def documents_to_upload(patient: Patient, person: Json) -> list[str]:
    """Types of documents that are new here: a picture is asked for each."""
    known = {(one["type"], one["number"]) for one in patient.data["documents"]}
    kinds = [
        one["type"] for one in person["documents"] if (one["type"], one["number"]) not in known
    ]
    return list(dict.fromkeys(kinds))


def _signed_part(content: Json) -> Json:
    return {name: value for name, value in content.items() if name not in _NOT_SIGNED}
