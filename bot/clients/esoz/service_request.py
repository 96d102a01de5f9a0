"""A service request as ЕСОЗ sends it, read only as far as a patient may see it by number."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator

from bot.clients.esoz.envelope import Answer, Paging
from bot.domain.referral import ProgramStatus, Referral, ReferralStatus, ServiceCategory

_AUTOEXPIRED = "autoexpired"
# `urgent` is in the dictionary; medical information systems know the other two as well.
_URGENT = frozenset({"urgent", "asap", "stat"})


def _in_utc(moment: datetime) -> datetime:
    """ЕСОЗ writes UTC everywhere; a time without a zone is UTC too."""
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


UtcTime = Annotated[datetime, AfterValidator(_in_utc)]


class Coding(Answer):
    code: str = ""


class Concept(Answer):
    """A CodeableConcept; ЕСОЗ puts one coding into it."""

    coding: tuple[Coding, ...] = ()

    @property
    def code(self) -> str:
        return self.coding[0].code if self.coding else ""


class ServiceRequest(Answer):
    """The patient, the diagnosis, the specialist and the doctor are not even read.

    Codes stay text here: pydantic hands an unknown one to the enum as None, so `-` and capitals
    would be lost.
    """

    id: str
    requisition: str
    status: str
    status_reason: Concept | None = None
    priority: str | None = None
    category: Concept | None = None
    program: object = None
    program_processing_status: str | None = None
    expiration_date: UtcTime | None = None
    inserted_at: UtcTime
    updated_at: UtcTime | None = None

    def to_referral(self) -> Referral:
        return Referral(
            id=self.id,
            status=ReferralStatus(self.status),
            program_status=self._program_status(),
            category=ServiceCategory(self.category.code if self.category else ""),
            expires_on=self.expiration_date.date() if self.expiration_date else None,
            is_autoexpired=(
                self.status_reason is not None and self.status_reason.code.lower() == _AUTOEXPIRED
            ),
            is_urgent=(self.priority or "").lower() in _URGENT,
        )

    def _program_status(self) -> ProgramStatus | None:
        """A programme without a status is not the same as no programme: we do not know."""
        if self.program_processing_status is not None:
            return ProgramStatus(self.program_processing_status)
        return ProgramStatus.OTHER if self.program else None


class ServiceRequestPage(Answer):
    data: list[ServiceRequest]
    paging: Paging | None = None

    @property
    def total_pages(self) -> int:
        return self.paging.total_pages if self.paging else 1
