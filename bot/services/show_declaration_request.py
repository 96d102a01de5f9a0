"""A patient looks at one request for a declaration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.services.shown_request import ShownRequest
from bot.services.workplaces import named

if TYPE_CHECKING:
    from bot.services.cabinet_ports import ActFor, DeclarationCabinet
    from bot.services.workplaces import Workplaces


class ShowDeclarationRequest:
    def __init__(
        self, *, act_as: ActFor, cabinet: DeclarationCabinet, workplaces: Workplaces
    ) -> None:
        self._act_as = act_as
        self._cabinet = cabinet
        self._workplaces = workplaces

    async def __call__(self, *, telegram_id: int, request_id: str) -> ShownRequest:
        """Raises NotFound for another person's, NotSignedIn, EsozRefused, Unavailable."""
        acting = await self._act_as(telegram_id=telegram_id)
        request = await self._cabinet.declaration_request(acting, request_id)
        [shown] = await named([request], self._workplaces)
        return ShownRequest(acting, shown)
