"""The load balancer before several bots: whatever Telegram brings goes to those that it names."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiohttp import ClientSession, web

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@dataclass
class Balancer:
    """Brings each update to every one of `ports` at once, as if Telegram had repeated it."""

    base: str = ""
    ports: list[int] = field(default_factory=list)

    async def forward(self, request: web.Request) -> web.Response:
        body, headers = await request.read(), dict(request.headers)
        async with ClientSession() as http:

            async def bring(port: int) -> int:
                url = f"http://127.0.0.1:{port}{request.path}"
                async with http.post(url, data=body, headers=headers) as answer:
                    return answer.status

            return web.Response(status=max(await asyncio.gather(*map(bring, self.ports))))


@asynccontextmanager
async def balancing() -> AsyncIterator[Balancer]:
    balancer = Balancer()
    application = web.Application()
    application.router.add_post("/telegram", balancer.forward)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    balancer.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield balancer
    finally:
        await runner.cleanup()
