"""A declaration with a doctor, and the request for one."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from bot.domain.cabinet.request_status import RequestStatus


class DeclarationStatus(StrEnum):
    """How a declaration stands; OTHER is a status that we do not know."""

    ACTIVE = "active"
    PENDING_VERIFICATION = "pending_verification"
    TERMINATED = "terminated"
    CLOSED = "closed"
    REJECTED = "rejected"
    OTHER = "other"

    @classmethod
    def _missing_(cls, value: object) -> DeclarationStatus:
        known = {status.value: status for status in cls}
        return known.get(str(value).strip().lower(), cls.OTHER)


@dataclass(frozen=True, slots=True, repr=False)
class Parties:
    """Doctor and facility; lists give only ids, so names come from the directory then."""

    employee_id: str = ""
    division_id: str = ""
    legal_entity_id: str = ""
    doctor_name: str = ""
    speciality: str = ""
    division_name: str = ""
    legal_entity_name: str = ""


@dataclass(frozen=True, slots=True)
class Declaration:
    """GET /api/pis/declarations; `signed_url` only in the details of one."""

    id: str
    number: str = field(repr=False)
    status: DeclarationStatus
    parties: Parties = field(default_factory=Parties, repr=False)
    starts_on: date | None = None
    ends_on: date | None = None
    reason: str = ""
    reason_description: str = field(default="", repr=False)
    content_html: str = field(default="", repr=False)
    signed_url: str = field(default="", repr=False)
    inserted_at: datetime | None = None
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DeclarationRequest:
    """POST and GET /api/pis/declaration_requests; `data_to_be_signed` as in PersonRequest."""

    id: str
    status: RequestStatus
    number: str = field(default="", repr=False)
    declaration_id: str = ""
    status_reason: str = ""
    channel: str = ""
    parties: Parties = field(default_factory=Parties, repr=False)
    starts_on: date | None = None
    ends_on: date | None = None
    content_html: str = field(default="", repr=False)
    data_to_be_signed: bytes = field(default=b"", repr=False)
    declarations_count: int | None = None
    declarations_limit: int | None = None
