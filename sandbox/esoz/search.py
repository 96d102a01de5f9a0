"""`GET /api/service_requests`: a referral's services by its number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sandbox.esoz import answers
from sandbox.esoz.known_referrals import FORBIDDEN_NUMBER
from sandbox.esoz.record import service_request_record
from sandbox.esoz.service_request import Status

if TYPE_CHECKING:
    from aiohttp import web

    from sandbox.clock import SandboxClock
    from sandbox.esoz.referrals import Referrals

_WHOLE_NUMBER = re.compile(r"-?[0-9]{1,9}")
_DEFAULT_PAGE_SIZE, _LARGEST_PAGE_SIZE = 50, 100


class SearchServiceRequests:
    """API-007-062-0010: exact match of number and status, `active` by default (§2.6)."""

    def __init__(self, clock: SandboxClock, referrals: Referrals) -> None:
        self._clock = clock
        self._referrals = referrals

    async def __call__(self, request: web.Request) -> web.StreamResponse:
        number = _requisition(request)
        status = request.query.get("status", Status.ACTIVE)
        page = _whole_number(request, "page", 1)
        page_size = _whole_number(request, "page_size", _DEFAULT_PAGE_SIZE, _LARGEST_PAGE_SIZE)
        today = self._clock.now().date()
        records = [
            service_request_record(service_request, today)
            for service_request in self._referrals.under(number)
            if service_request.status == status
        ]
        return _page_of(request, records, page, page_size)


def _requisition(request: web.Request) -> str:
    """The number asked for.

    Whether ЕСОЗ insists on it is not documented; without it a search would list everybody.
    """
    number = request.query.get("requisition")
    if not number:
        description = "required property requisition was not present"
        raise answers.invalid_field("$.requisition", "required", description)
    if number == FORBIDDEN_NUMBER:
        raise answers.forbidden("Access denied")
    return number


def _whole_number(
    request: web.Request, name: str, default: int, largest: int | None = None
) -> int:
    """A query parameter from 1 to `largest`; the 422 of the API manifest otherwise."""
    text = request.query.get(name)
    if text is None:
        return default
    if not _WHOLE_NUMBER.fullmatch(text):
        description = "type mismatch. Expected Integer but got String"
        raise answers.invalid_field(f"$.{name}", "cast", description, params=["integer"])
    number = int(text)
    if number < 1:
        raise _out_of_range(name, "greater_than_or_equal_to", ">=", 1)
    if largest is not None and number > largest:
        raise _out_of_range(name, "less_than_or_equal_to", "<=", largest)
    return number


def _out_of_range(name: str, rule: str, sign: str, limit: int) -> answers.EsozError:
    description = f"expected the value to be {sign} {limit}"
    return answers.invalid_field(f"$.{name}", "number", description, params={rule: limit})


def _page_of(
    request: web.Request, records: list[dict[str, Any]], page: int, page_size: int
) -> web.Response:
    paging = {
        "page_number": page,
        "page_size": page_size,
        "total_entries": len(records),
        "total_pages": max(1, -(-len(records) // page_size)),
    }
    start = (page - 1) * page_size
    return answers.listed(request, records[start : start + page_size], paging)
