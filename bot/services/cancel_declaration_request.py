"""A patient takes a request for a declaration back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.cabinet import EsozRefusal, EsozRefused
from bot.errors import EsozUnavailable
from bot.services.shown_request import ShownRequest
from bot.services.workplaces import named

if TYPE_CHECKING:
    from bot.domain.cabinet import Acting, DeclarationRequest
    from bot.services.cabinet_ports import ActFor, DeclarationCabinet
    from bot.services.declare_ports import DeclarationWatches
    from bot.services.workplaces import Workplaces

_MOVED_ON = frozenset({EsozRefusal.REQUEST_CLOSED, EsozRefusal.WRONG_STATUS})


class CancelDeclarationRequest:
    def __init__(
        self,
        *,
        act_as: ActFor,
        cabinet: DeclarationCabinet,
        watches: DeclarationWatches,
        workplaces: Workplaces,
    ) -> None:
        self._act_as = act_as
        self._cabinet = cabinet
        self._watches = watches
        self._workplaces = workplaces

    async def __call__(self, *, telegram_id: int, request_id: str) -> ShownRequest:
        """Cancel it, and return it as it stands then: signed, where the facility was quicker.

        An order whose answer was lost is not sent again: ЕСОЗ is asked how the request stands.
        Raises NotFound, NotSignedIn, SignInEnded, EsozRefused, Unavailable.
        """
        acting = await self._act_as(telegram_id=telegram_id)
        request = await self._cancelled(acting, request_id)
        if not request.status.is_open:
            await self._watches.drop(telegram_id, request_id)
        [shown] = await named([request], self._workplaces)
        return ShownRequest(acting, shown)

    async def _cancelled(self, acting: Acting, request_id: str) -> DeclarationRequest:
        try:
            return await self._cabinet.reject_declaration_request(acting, request_id)
        except EsozUnavailable:
            return await self._cabinet.declaration_request(acting, request_id)
        except EsozRefused as refused:
            if refused.code not in _MOVED_ON:
                raise
            return await self._cabinet.declaration_request(acting, request_id)
