"""All requests for declarations: what supersedes what, and what time does to them (§4.4)."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from sandbox.esoz.bodies import wrong_body
from sandbox.esoz.pis.declaration import Declaration

if TYPE_CHECKING:
    from datetime import date

    from sandbox.clock import SandboxClock
    from sandbox.esoz.pis.declaration_request import DeclarationRequest
    from sandbox.esoz.pis.declarations import Declarations
    from sandbox.esoz.pis.patient import Patient
    from sandbox.esoz.pis.switches import Switches


class DeclarationRequests:
    def __init__(
        self,
        *,
        clock: SandboxClock,
        switches: Switches,
        declarations: Declarations,
    ) -> None:
        self._clock = clock
        self._switches = switches
        self._declarations = declarations
        self._requests: list[DeclarationRequest] = []

    def of(self, patient_id: str) -> list[DeclarationRequest]:
        """Newest first."""
        return [one for one in self.all() if one.patient_id == patient_id]

    def all(self) -> list[DeclarationRequest]:
        """Newest first; those that waited too long have expired."""
        for one in self._requests:
            self._expire_overdue(one)
        return self._requests[::-1]

    def add(self, new: DeclarationRequest) -> None:
        """The person's other open requests are cancelled (§4.6, row 9)."""
        for other in self.of(new.patient_id):
            if other.is_open:
                other.move("CANCELLED", new.created_at, "request_cancelled")
        self._requests.append(new)

    def cosign(self, request: DeclarationRequest, patient: Patient) -> Declaration:
        """The facility's signature: the declaration begins; raises EsozError (§10 row 44)."""
        _check_is_approved(request)
        now = self._clock.now()
        declaration = _declaration(request, now)
        self._declarations.add(patient, declaration)
        request.move("SIGNED", now)
        return declaration

    def reject_at_desk(self, request: DeclarationRequest) -> None:
        """The facility does not sign; raises EsozError."""
        _check_is_approved(request)
        request.move("REJECTED", self._clock.now(), "doctor_reject")  # the reason is invented

    def _expire_overdue(self, request: DeclarationRequest) -> None:
        """At the midnight after its days are over, as the cron of ЕСОЗ does; data are cleared."""
        overdue_at = overdue(request.created_at, self._switches.request_days)
        if request.is_open and self._clock.now() >= overdue_at:
            request.move("EXPIRED", overdue_at, "request_overdue")
            request.is_wiped = True


def overdue(created_at: datetime, days: int) -> datetime:
    """The midnight after a request has waited for so many days."""
    last = created_at + timedelta(days=days)
    return datetime.combine(last.date() + timedelta(days=1), time(), UTC)


def _check_is_approved(request: DeclarationRequest) -> None:
    if request.status != "APPROVED":
        raise wrong_body("$.status", "invalid", "Incorrect status")


def _declaration(request: DeclarationRequest, now: datetime) -> Declaration:
    content = request.to_be_signed
    is_confidants = request.applicant_id != request.patient_id
    return Declaration(
        id=content["declaration_id"],
        number=content["declaration_number"],
        patient_id=request.patient_id,
        confidant_id=request.applicant_id if is_confidants else None,
        employee_id=content["employee"]["id"],
        division_id=content["division"]["id"],
        legal_entity_id=content["legal_entity"]["id"],
        request_id=request.id,
        start_date=_day(content["start_date"]),
        end_date=_day(content["end_date"]),
        signed_at=now,
        updated_at=now,
        content=content["content"],
        signed=request.signed,
    )


def _day(text: str) -> date:
    return datetime.fromisoformat(text).date()
