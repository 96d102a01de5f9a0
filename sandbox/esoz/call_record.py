"""What was asked of ЕСОЗ: every call, in order, at `/sim/esoz/calls`."""

from __future__ import annotations

from collections import deque
from itertools import count
from typing import TYPE_CHECKING, Any

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_KEPT = 10_000


class CallRecord:
    def __init__(self) -> None:
        self._numbers: Iterator[int] = count(1)
        self._calls: deque[dict[str, Any]] = deque(maxlen=_MOST_KEPT)

    def routes(self) -> list[web.AbstractRouteDef]:
        return [web.get("/sim/esoz/calls", self._listed)]

    def begins(self, request: web.Request) -> dict[str, Any]:
        """Note a call; its `status` is null until it is carried out or refused."""
        call = {
            "n": next(self._numbers),
            "method": request.method,
            "path": request.path_qs,
            "status": None,
        }
        self._calls.append(call)
        return call

    async def _listed(self, request: web.Request) -> web.Response:
        since = request.query.get("since", "0")
        later = int(since) if since.isdigit() else 0
        calls = [call for call in self._calls if call["n"] > later]
        return web.json_response({"calls": calls})
