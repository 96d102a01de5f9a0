"""ЕСОЗ's search of referrals as a real local HTTP server, which fails when it is told to."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

Failure = Callable[[web.Request], Awaitable[web.StreamResponse]]
Row = dict[str, Any]


@dataclass
class PlannedFailure:
    failure: Failure
    status: str | None
    times: int


@dataclass
class EsozServer:
    """Holds `rows`; `asked` are the query and the headers of every request, in order."""

    rows: list[Row] = field(default_factory=list)
    asked: list[tuple[dict[str, str], dict[str, str]]] = field(default_factory=list)
    page_size: int | None = None
    """Give pages smaller than asked for, so that few rows make many pages."""
    ignores_status: bool = False
    takes_seconds: float = 0.0
    _planned: list[PlannedFailure] = field(default_factory=list)
    _closing: asyncio.Event = field(default_factory=asyncio.Event)

    def fail(self, failure: Failure, *, status: str | None = None, times: int = 1000) -> None:
        """The next `times` questions (for that status) meet `failure`."""
        self._planned.append(PlannedFailure(failure, status, times))

    def asked_for(self, status: str) -> int:
        return sum(query.get("status") == status for query, _ in self.asked)

    async def start(self) -> TestServer:
        application = web.Application()
        application.router.add_get("/esoz/api/service_requests", self._answer)
        server = TestServer(application)
        await server.start_server()
        return server

    def close(self) -> None:
        self._closing.set()

    async def hang(self, _: web.Request) -> web.StreamResponse:
        """Say nothing until the test is over."""
        await self._closing.wait()
        return web.Response()

    def answer_with(self, row: Row) -> Failure:
        """Give `row` to whatever is asked."""

        async def failure(_: web.Request) -> web.StreamResponse:
            return web.json_response({"data": [row]})

        return failure

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append((dict(request.query), dict(request.headers)))
        failure = self._next_failure(request.query["status"])
        if failure:
            return await failure(request)
        await asyncio.sleep(self.takes_seconds)
        return self._page(request)

    def _next_failure(self, status: str) -> Failure | None:
        for planned in self._planned:
            if planned.times > 0 and planned.status in {None, status}:
                planned.times -= 1
                return planned.failure
        return None

    def _page(self, request: web.Request) -> web.Response:
        found = [row for row in self.rows if self._is_asked_for(row, request)]
        number, size = (
            int(request.query["page"]),
            self.page_size or int(request.query["page_size"]),
        )
        pages = -(-len(found) // size)
        return web.json_response(
            {
                "meta": {
                    "code": 200,
                    "type": "list",
                    "url": str(request.url),
                    "request_id": "r#1",
                },
                "data": found[(number - 1) * size : number * size],
                "paging": {
                    "page_number": number,
                    "page_size": size,
                    "total_entries": len(found),
                    "total_pages": pages,
                },
            }
        )

    def _is_asked_for(self, row: Row, request: web.Request) -> bool:
        status = row["status"].lower().replace("-", "_")
        is_wanted = self.ignores_status or status == request.query["status"]
        return is_wanted and bool(row["requisition"] == request.query["requisition"])
