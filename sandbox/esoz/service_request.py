"""One service of a referral (service_request), its statuses and their history."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox.esoz.categories import Category
    from sandbox.esoz.legal_entities import LegalEntity
    from sandbox.esoz.person import Person

# SERVICE_REQUEST_EXPIRATION_DAYS on Prod, CF "Service request autoexpiration".
EXPIRATION_DAYS = 365
_LAST_SECOND = time(23, 59, 59, tzinfo=UTC)


class Status(StrEnum):
    ACTIVE = "active"
    COMPLETED = "completed"
    RECALLED = "recalled"
    ENTERED_IN_ERROR = "entered_in_error"


class ProgramStatus(StrEnum):
    """`program_processing_status`; a referral without a program has none."""

    NEW = "new"
    IN_QUEUE = "in_queue"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"


@dataclass(frozen=True)
class Change:
    """One line of a history: a value of Status or ProgramStatus, when, and a reason's code."""

    value: str
    at: datetime
    reason: str | None = None


@dataclass
class ServiceRequest:
    """A service under a number (`requisition`); several of one visit share the number.

    `performer` is the facility that is named (hospital to hospital), usually nobody;
    `label` says to the person at the sandbox's page what is special here.
    """

    id: str
    requisition: str
    person: Person
    category: Category
    service: str
    created_at: datetime
    doctor: str
    label: str
    status: Status = Status.ACTIVE
    program_status: ProgramStatus | None = ProgramStatus.NEW
    used_by: LegalEntity | None = None
    performer: LegalEntity | None = None
    is_urgent: bool = False
    status_history: list[Change] = field(default_factory=list)
    program_status_history: list[Change] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.status_history.append(Change(self.status, self.created_at))
        if self.program_status:
            self.program_status_history.append(Change(self.program_status, self.created_at))

    @property
    def expires_at(self) -> datetime:
        """The last second that the referral is valid: 23:59:59 UTC of its last day."""
        last_day = self.created_at.date() + timedelta(days=EXPIRATION_DAYS)
        return datetime.combine(last_day, _LAST_SECOND)

    @property
    def updated_at(self) -> datetime:
        return max(change.at for change in (*self.status_history, *self.program_status_history))

    @property
    def has_expired_by_itself(self) -> bool:
        return self.status_history[-1].reason == "autoexpired"

    def change_status(self, status: Status, at: datetime, reason: str | None = None) -> None:
        self.status = status
        self.status_history.append(Change(status, at, reason))

    def change_program_status(self, status: ProgramStatus, at: datetime) -> None:
        self.program_status = status
        self.program_status_history.append(Change(status, at))
