"""A patient gives a change up, typed only or already at ЕСОЗ."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.services.cabinet_ports import ActFor, PersonCabinet
    from bot.services.change_drafts import ChangeDrafts


class CancelChange:
    def __init__(self, *, act_as: ActFor, cabinet: PersonCabinet, drafts: ChangeDrafts) -> None:
        self._act_as = act_as
        self._cabinet = cabinet
        self._drafts = drafts

    async def draft(self, *, telegram_id: int) -> None:
        """Forget what was typed; a request at ЕСОЗ stays as it is."""
        await self._drafts.drop(telegram_id)

    async def __call__(self, *, telegram_id: int, request_id: str) -> None:
        """Reject the request at ЕСОЗ and forget the draft.

        One that is over already is left as it is. Raises what the cabinet raises.
        """
        acting = await self._act_as(telegram_id=telegram_id)
        request = await self._cabinet.person_request(acting, request_id)
        if request.status.is_open:
            await self._cabinet.reject_person_request(acting, request_id)
        await self._drafts.drop(telegram_id)
