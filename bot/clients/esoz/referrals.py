"""Referrals found by number at ЕСОЗ: GET /api/service_requests, API-ID 007-062-0010."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import structlog

from bot.clients.esoz.service_request import ServiceRequest, ServiceRequestPage
from bot.domain.referral import Referral, ReferralStatus
from bot.errors import NotFound, Outage, Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.clients.esoz.transport import Transport

_log = structlog.get_logger(__name__)

_PATH = "/api/service_requests"
_PAGE_SIZE = 100  # the most that ЕСОЗ gives at once
_MAX_PAGES = 10  # a number with over a thousand services is no number of one visit
_STATUSES = tuple(status for status in ReferralStatus if status is not ReferralStatus.OTHER)


class EsozReferrals:
    """Asks for every status by name: without one ЕСОЗ gives only the active ones."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def find(self, number: str) -> tuple[Referral, ...]:
        """The services under the number, oldest first; empty when none or hidden from us.

        `number` may have its dashes or not. Raises Unavailable.
        """
        requisition = _in_groups(number)
        async with self._transport.limit():
            found = await self._ask_for_every_status(requisition)
        if any(_in_groups(row.requisition) != requisition for row in found):
            # Nobody is shown a stranger's referral, whatever went wrong with the search.
            _log.error("esoz_gave_other_referrals")
            raise Unavailable(Outage.GARBAGE)
        return tuple(row.to_referral() for row in _in_order(found))

    async def _ask_for_every_status(self, requisition: str) -> list[ServiceRequest]:
        """All or nothing: a list that lacks a status would say "not there" and be wrong."""
        answers = await asyncio.gather(
            *(self._with_status(requisition, status) for status in _STATUSES),
            return_exceptions=True,  # so that no question is left running after the answer
        )
        found: list[ServiceRequest] = []
        for answer in answers:
            if isinstance(answer, BaseException):
                raise answer
            found += answer
        return found

    async def _with_status(self, requisition: str, status: ReferralStatus) -> list[ServiceRequest]:
        try:
            first = await self._page(requisition, status, 1)
            if first.total_pages > _MAX_PAGES:
                raise Unavailable(Outage.GARBAGE)
            rows = [*first.data]
            for number in range(2, first.total_pages + 1):
                rows += (await self._page(requisition, status, number)).data
        except NotFound:
            return []
        return rows

    async def _page(
        self, requisition: str, status: ReferralStatus, number: int
    ) -> ServiceRequestPage:
        params: dict[str, str | int] = {
            "requisition": requisition,
            "status": status.value,
            "page": number,
            "page_size": _PAGE_SIZE,
        }
        return await self._transport.get(_PATH, params=params, answer=ServiceRequestPage)


def _in_groups(number: str) -> str:
    """As ЕСОЗ writes it, which searches by exact match: capitals in groups of four."""
    signs = number.replace("-", "").upper()
    return "-".join(signs[start : start + 4] for start in range(0, len(signs), 4))


def _in_order(rows: Iterable[ServiceRequest]) -> list[ServiceRequest]:
    """One row for each service, the latest; by the time of creation, then by id.

    A service may come twice: when pages move under our feet, or when it changes its status
    between two of our questions.
    """
    latest: dict[str, ServiceRequest] = {}
    for row in sorted(rows, key=lambda row: row.updated_at or row.inserted_at):
        latest[row.id] = row
    return sorted(latest.values(), key=lambda row: (row.inserted_at, row.id))
