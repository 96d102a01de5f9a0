"""Дія's acquirer API as a real local HTTP server, which answers what it is told to."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

Answer = Callable[[], web.Response]

ACQUIRER_TOKEN = "acquirer/token-in-the-path"
AUTH_TOKEN = "c2VjcmV0"
DEEPLINK = "https://diia.app/acquirers/offer-request/dynamic/1"


@dataclass
class DiiaServer:
    """`offers` are the bodies asked with, `tokens` those given out; planned answers come first."""

    offers: list[dict[str, Any]] = field(default_factory=list)
    offered_with: list[str] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)
    session_answers: list[Answer] = field(default_factory=list)
    offer_answers: list[Answer] = field(default_factory=list)
    hangs: bool = False
    _closing: asyncio.Event = field(default_factory=asyncio.Event)

    async def start(self) -> TestServer:
        application = web.Application()
        application.router.add_get("/api/v1/auth/acquirer/{token}", self._session)
        application.router.add_post(
            "/api/v2/acquirers/branch/{branch}/offer-request/dynamic", self._offer
        )
        server = TestServer(application)
        await server.start_server()
        return server

    def close(self) -> None:
        self._closing.set()

    async def _session(self, request: web.Request) -> web.Response:
        assert request.match_info["token"] == ACQUIRER_TOKEN
        assert request.headers["Authorization"] == f"Basic {AUTH_TOKEN}"
        if self.session_answers:
            return self.session_answers.pop(0)()
        self.tokens.append(f"session-{len(self.tokens) + 1}")
        return web.json_response({"token": self.tokens[-1]})

    async def _offer(self, request: web.Request) -> web.Response:
        assert request.match_info["branch"] == "branch-1"
        if self.hangs:
            await self._closing.wait()
        self.offers.append(await request.json())
        self.offered_with.append(request.headers["Authorization"])
        if self.offer_answers:
            return self.offer_answers.pop(0)()
        return web.json_response({"deeplink": DEEPLINK})
