"""A patient agrees to a change: ЕСОЗ gets the request, and says what else it needs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.domain.cabinet.change import changed, update_body
from bot.domain.cabinet.change.refusals import NothingChanged

if TYPE_CHECKING:
    from bot.services.cabinet_ports import PersonCabinet
    from bot.services.change_desk import Change, ChangeDesk


class SendChange:
    def __init__(self, *, desk: ChangeDesk, cabinet: PersonCabinet) -> None:
        self._desk = desk
        self._cabinet = cabinet

    async def __call__(self, *, telegram_id: int) -> Change:
        """Create the request; the draft then waits for pictures, if any, and the signature.

        A second tap finds the request made and changes nothing. Raises NothingChanged, and all
        that ChangeDesk and the cabinet raise.
        """
        change = await self._desk.under_way(telegram_id)
        if change.draft.request_id:
            return change
        if not change.differences:
            raise NothingChanged
        person = changed(change.person, change.draft.answers)
        request = await self._cabinet.create_person_request(
            change.acting, update_body(person, change.today)
        )
        sent = replace(change.draft, topic=None, request_id=request.id, uploads=request.documents)
        return await self._desk.keep(change, sent)
