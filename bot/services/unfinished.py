"""Finds the request to change personal data that was begun and not finished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.cabinet import EsozRefused, RequestStatus
from bot.errors import NotFound

if TYPE_CHECKING:
    from bot.domain.cabinet import Acting, PersonRequest
    from bot.services.cabinet_ports import PersonCabinet


async def unfinished_request(cabinet: PersonCabinet, acting: Acting) -> PersonRequest | None:
    """Return the open request, None for none or where reading them was not allowed."""
    for status in (RequestStatus.NEW, RequestStatus.APPROVED):
        try:
            page = await cabinet.person_requests(acting, status=status)
        except (EsozRefused, NotFound):
            return None
        for request in page.items:
            if request.status.is_open:
                return request
    return None
