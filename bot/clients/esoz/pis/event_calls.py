"""ЕСОЗ's feed of status changes, without personal data; implements EventFeed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

from bot.clients.esoz.envelope import Answer
from bot.clients.esoz.pis.lenient import AsRows, Text
from bot.clients.esoz.pis.paging import Paged
from bot.clients.esoz.pis.verdict import TokenRefused
from bot.errors import EsozUnavailable, Outage

if TYPE_CHECKING:
    from bot.clients.esoz.pis.transport import PisTransport
    from bot.domain.cabinet import Page

_EVENTS = "/api/events/"
_DECLARATION, _STATUS = "Declaration", "status"
_PAGE_SIZE = 100
"""No limit is written for this list; others take 100 at least (esoz.md §1.6)."""


class _EventRow(Answer):
    entity_type: Text = ""
    entity_id: Text = ""

    @property
    def is_of_declaration(self) -> bool:
        return bool(self.entity_id) and self.entity_type.lower() == _DECLARATION.lower()


class _EventsAnswer(Paged):
    data: Annotated[tuple[_EventRow, ...], AsRows] = ()


class EsozEvents:
    """Our key alone lets in: no patient's token goes there."""

    def __init__(self, transport: PisTransport) -> None:
        self._transport = transport

    async def changed_declarations(
        self, *, since: datetime, until: datetime, page: int = 1
    ) -> Page[str]:
        params: dict[str, str | int] = {
            "date": _moment(since),
            "date_to": _moment(until),
            "entity_type": _DECLARATION,
            "attribute_name": _STATUS,
            "page": page,
            "page_size": _PAGE_SIZE,
        }
        try:
            answer = await self._transport.get(_EVENTS, answer=_EventsAnswer, params=params)
        except TokenRefused as error:
            raise EsozUnavailable(Outage.ACCESS) from error
        # whether the filter asks for this spelling of the type is not written
        return answer.page_of(row.entity_id for row in answer.data if row.is_of_declaration)


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
