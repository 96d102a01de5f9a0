"""The bulk exports under /api/pis/bulk: one JSON envelope a file, streamed row by row (§3.1).

A file is `{"meta": {…, "date"}, "data": [` and one row a line, then `]}`; nothing of ЕСОЗ says
how its files are laid out, only that they are JSON sent as application/octet-stream.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.directory import Export, export_rows
from sandbox.esoz import answers
from sandbox.esoz.bulk_scopes import BULK_SCOPES
from sandbox.esoz.outages import spoiled
from sandbox.esoz.record import moment
from sandbox.esoz.streaming import streamed_list

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import date

    from sandbox.clock import SandboxClock
    from sandbox.directory import Directory
    from sandbox.esoz.gateway import Gateway

    Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Bulk:
    """The eight files of a directory, as of the day that the clock shows."""

    def __init__(self, clock: SandboxClock, directory: Callable[[], Directory]) -> None:
        self._clock = clock
        self._directory = directory

    def routes(self, gateway: Gateway) -> list[web.AbstractRouteDef]:
        return [
            web.get(
                f"/esoz/api/pis/bulk/{export}",
                gateway.guard_file(self._file(export), scope=BULK_SCOPES[export]),
            )
            for export in Export
        ]

    def _file(self, export: Export) -> Handler:
        async def handle(request: web.Request) -> web.StreamResponse:
            today = self._clock.now().date()
            rows = export_rows(self._directory(), export, _since(request, today))
            date_of_file = datetime.combine(today, time(), UTC)
            meta = answers.list_meta(request) | {"date": moment(date_of_file)}
            head = f'{{"meta":{json.dumps(meta)},"data":'
            body = streamed_list(head, rows, "}")
            return web.Response(
                body=spoiled(request, body), content_type="application/octet-stream"
            )

        return handle


def _since(request: web.Request, today: date) -> date | None:
    """`depth` days back from the file's day, that day with it; None asks for everything."""
    depth = request.query.get("depth")
    if depth is None:
        return None
    if not re.fullmatch(r"[0-9]{1,5}", depth):
        raise answers.invalid_field("$.depth", "cast", "type mismatch. Expected Integer")
    return today - timedelta(days=int(depth))
