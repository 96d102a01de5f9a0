"""Who may act for whom: the checks of esoz.md §4.6, rows 3 to 6, and §4.11."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.esoz import answers

if TYPE_CHECKING:
    from sandbox.esoz.pis.gate import Call


def check_is_represented(call: Call) -> None:
    """That whoever must be represented is, and by the right person; raises EsozError."""
    if not call.is_confidants:
        if call.patient.needs_confidant(call.now.date()):
            raise answers.conflict("Request must be authorized by confidant person")
        return
    relationship = call.patient.relationship
    is_registered = relationship and relationship.confidant_id == call.applicant.id
    if not (is_registered and relationship and relationship.is_verified):
        raise answers.conflict("Can’t confirm relationship")
    if not (call.applicant.is_active and call.applicant.is_verified):
        raise answers.conflict("Confidant person not found or is not verified")


def check_is_verified(call: Call) -> None:
    """Of a patient who ends or rejects something (§10 row 15)."""
    if not call.patient.is_verified:
        raise answers.forbidden("Access denied. Person is not verified")
