"""Consents given to e-cabinets; implements AccessCabinet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.clients.esoz.pis.access_rows import AccessesAnswer
from bot.clients.esoz.pis.paging import PAGE_SIZE
from bot.clients.esoz.pis.person_calls import segment
from bot.clients.esoz.pis.transport import NoAnswer

if TYPE_CHECKING:
    from bot.clients.esoz.pis.transport import Params
    from bot.clients.esoz.pis.user_calls import UserCalls
    from bot.domain.cabinet import Acting, CabinetAccess, Page

_APPS = "/api/pis/apps"


class AccessCalls:
    def __init__(self, calls: UserCalls) -> None:
        self._calls = calls

    async def accesses(self, acting: Acting, *, page: int = 1) -> Page[CabinetAccess]:
        """The one list whose page is called `page_number`."""
        params: Params = {"page_number": page, "page_size": PAGE_SIZE}
        answer = await self._calls.get(acting, _APPS, AccessesAnswer, params)
        return answer.page_of(row.to_access() for row in answer.data)

    async def revoke_access(self, acting: Acting, access_id: str) -> None:
        await self._calls.send(acting, "DELETE", f"{_APPS}/{segment(access_id)}", NoAnswer)
