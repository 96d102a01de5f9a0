"""ЕСОЗ of the sandbox on a random port, and a small language to talk to it."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from aiohttp import ClientResponse, web
from aiohttp.test_utils import TestClient, TestServer

from sandbox.clock import SandboxClock
from sandbox.esoz import Esoz
from sandbox.faults import Faults

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from aiohttp.typedefs import Handler

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
_SEARCH = "/esoz/api/service_requests"


@dataclass
class World:
    """The sandbox's ЕСОЗ with everything that a test moves."""

    clock: SandboxClock = field(default_factory=SandboxClock)
    faults: Faults = field(default_factory=Faults)

    def __post_init__(self) -> None:
        self.esoz = Esoz(clock=self.clock, faults=self.faults)
        self.call_ended = asyncio.Event()
        app = web.Application(middlewares=[self._tell_end])
        app.add_routes(self.esoz.routes())
        self.client = TestClient(TestServer(app))

    @web.middleware
    async def _tell_end(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Lets a test see that the server is done with a call that nobody waits for."""
        try:
            return await handler(request)
        finally:
            self.call_ended.set()

    @property
    def headers(self) -> dict[str, str]:
        return {
            "Authorization": f"Bearer {self.esoz.referral_token}",
            "api-key": self.esoz.api_key,
        }

    async def ask(
        self,
        path: str = _SEARCH,
        headers: dict[str, str | None] | None = None,
        **query: str,
    ) -> ClientResponse:
        """GET with good headers; one given as None is left out, another replaces."""
        wanted = {**self.headers, **(headers or {})}
        sent = {name: value for name, value in wanted.items() if value is not None}
        return await self.client.get(path, params=query, headers=sent)

    async def search(self, number: str, **query: str) -> dict[str, Any]:
        params = {"requisition": number, **query}
        answer = await self.client.get(_SEARCH, params=params, headers=self.headers)
        assert answer.status == 200
        return dict(await answer.json())

    async def sim(self, path: str) -> list[dict[str, Any]]:
        """The one list in the answer of `GET /sim/<path>`."""
        answer = await self.client.get(f"/sim/{path}")
        assert answer.status == 200
        (rows,) = (await answer.json()).values()
        return list(rows)

    async def bulk(self, export: str, **query: str) -> list[dict[str, Any]]:
        """The rows of one bulk export, fetched with the api-key alone."""
        path = f"/esoz/api/pis/bulk/{export}"
        answer = await self.ask(path, {"Authorization": None}, **query)
        assert answer.status == 200
        return list(json.loads(await answer.read())["data"])

    async def bulk_rows(self, export: str, **wanted: str) -> list[dict[str, Any]]:
        """The different rows of an export that have these values."""
        rows = [r for r in await self.bulk(export) if wanted.items() <= _texts(r).items()]
        return [row for at, row in enumerate(rows) if row not in rows[:at]]

    async def at_desk(
        self, number: str, action: str, service_id: str | None = None
    ) -> tuple[int, dict[str, Any]]:
        body = {"action": action} | ({"service_id": service_id} if service_id else {})
        answer = await self.client.post(f"/sim/desk/referrals/{number}", json=body)
        return answer.status, await answer.json()


def _texts(row: dict[str, Any]) -> dict[str, str]:
    return {key: value for key, value in row.items() if isinstance(value, str)}


@pytest.fixture
async def world() -> AsyncIterator[World]:
    clock = SandboxClock()
    await clock.set(NOW)
    made = World(clock)
    async with made.client:
        runner = made.client.server.runner
        assert runner
        assert runner.server
        # Only aiohttp's test server ends a handler whose caller hung up; the real one does not.
        runner.server.handler_cancellation = False
        yield made
