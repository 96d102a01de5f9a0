"""What patients have allowed e-cabinets: the approvals of `/api/pis/apps` (esoz.md §6.1)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from sandbox.esoz.invented import dice, invented_id
from sandbox.esoz.pis import scopes

if TYPE_CHECKING:
    from sandbox.clock import SandboxClock
    from sandbox.esoz.pis.client import Client
    from sandbox.esoz.pis.patient import Patient

# All invented; no likeness to a product is meant.
_CABINETS = ("Кабінет «Барвінок»", "Кабінет «Зозулька»", "Електронна черга «Ластівка»")
_READS = " ".join(sorted(scopes.READING))
_CHANGES = " ".join(scopes.WORDS)
_ALL_SHARE = 0.3


@dataclass
class Approval:
    """`user_id` is of the patient whose data it is, `applicant_user_id` of whoever allowed it."""

    patient_id: str
    applicant_id: str
    user_id: str
    applicant_user_id: str
    client_id: str
    client_name: str
    scope: str
    created_at: datetime
    updated_at: datetime
    id: str = field(default_factory=lambda: str(uuid4()))

    def record(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "created_at": _second(self.created_at),
            "updated_at": _second(self.updated_at),
            "user_id": self.user_id,
            "applicant_user_id": self.applicant_user_id,
            "client_name": self.client_name,
            "client_id": self.client_id,
            "scope": self.scope,
        }


class Approvals:
    """Those of a patient are invented when they are first asked for."""

    def __init__(self, clock: SandboxClock) -> None:
        self._clock = clock
        self._of: dict[str, list[Approval]] = {}

    def of(self, patient: Patient) -> list[Approval]:
        """The active ones, oldest first."""
        if patient.id not in self._of:
            self._of[patient.id] = _invented(patient, self._clock.now())
        return self._of[patient.id]

    def is_active(self, approval: Approval) -> bool:
        return approval in self._of.get(approval.patient_id, ())

    def allow(self, client: Client, patient: Patient, applicant: Patient, scope: str) -> Approval:
        """Make the approval, or widen the one that this applicant gave this client before."""
        now = self._clock.now()
        for known in self.of(patient):
            if (known.client_id, known.applicant_id) == (client.id, applicant.id):
                known.scope, known.updated_at = scope, now
                return known
        approval = Approval(
            patient_id=patient.id,
            applicant_id=applicant.id,
            user_id=patient.user_id,
            applicant_user_id=applicant.user_id,
            client_id=client.id,
            client_name=client.name,
            scope=scope,
            created_at=now,
            updated_at=now,
        )
        self.of(patient).append(approval)
        return approval

    def revoke(self, approval: Approval) -> None:
        self._of[approval.patient_id].remove(approval)


def _invented(patient: Patient, now: datetime) -> list[Approval]:
    """Up to three; whoever is represented has none of their own."""
    random = dice(f"approvals:{patient.id}")
    if patient.relationship is not None:
        return []
    count = len(_CABINETS) if random.random() < _ALL_SHARE else random.choice((0, 1, 2))
    approvals = []
    for number, name in enumerate(_CABINETS[:count]):
        day = now.date() - timedelta(days=random.randrange(20, 400))
        at = datetime.combine(day, time(random.randrange(6, 18)), UTC)
        approvals.append(
            Approval(
                id=invented_id("approval", patient.id, number),
                patient_id=patient.id,
                applicant_id=patient.id,
                user_id=patient.user_id,
                applicant_user_id=patient.user_id,
                client_id=invented_id("client", name),
                client_name=name,
                scope=_CHANGES if number == 0 else _READS,
                created_at=at,
                updated_at=at,
            )
        )
    return sorted(approvals, key=lambda one: one.created_at)


def _second(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
