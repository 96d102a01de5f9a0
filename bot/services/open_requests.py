"""A person's requests for a declaration that something can still come of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.cabinet import RequestStatus
from bot.services.all_pages import all_pages

if TYPE_CHECKING:
    from bot.domain.cabinet import Acting, DeclarationRequest
    from bot.services.cabinet_ports import DeclarationCabinet

_FURTHER_FIRST = (RequestStatus.APPROVED, RequestStatus.NEW)


async def open_requests(cabinet: DeclarationCabinet, acting: Acting) -> list[DeclarationRequest]:
    """Return those that the patient has signed first; ЕСОЗ keeps one at most (esoz.md §4.6).

    All are asked for and sorted out here: ЕСОЗ writes statuses in two ways, and nobody says by
    which one its list can be filtered. Raises as DeclarationCabinet does.
    """
    listed = await all_pages(lambda page: cabinet.declaration_requests(acting, page=page))
    found = [one for one in listed if one.status.is_open]
    return sorted(found, key=lambda one: _FURTHER_FIRST.index(one.status))
