"""A running sandbox Telegram and the two who talk through it: a bot and people."""

from __future__ import annotations

import asyncio
import io
import json
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import aiohttp
from aiohttp import web

from sandbox.clock import SandboxClock
from sandbox.faults import Faults
from sandbox.telegram import Telegram
from sandbox.telegram.timing import Timing

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

TOKEN = "4200000042:sandbox-token-for-tests"
QUICK = Timing(
    repeated_poll=0.01, first_retry=0.01, longest_retry=0.05, webhook_change=0.0, slow_answer=0.05
)


@dataclass(frozen=True)
class Answer:
    """What the Bot API said."""

    status: int
    body: dict[str, Any]
    headers: dict[str, str]

    @property
    def result(self) -> Any:
        assert self.body["ok"], self.body
        return self.body["result"]

    @property
    def error(self) -> str:
        assert not self.body["ok"], self.body
        assert self.body["error_code"] == self.status
        return str(self.body["description"])


@dataclass(frozen=True)
class Stage:
    """`call` speaks the Bot API with JSON bodies, as a bot without a framework would."""

    url: str
    http: aiohttp.ClientSession
    clock: SandboxClock
    faults: Faults

    async def call(self, method: str, **params: Any) -> Answer:
        url = f"{self.url}/telegram/bot{TOKEN}/{method}"
        async with self.http.post(url, json=params) as response:
            return Answer(response.status, await response.json(), dict(response.headers))

    async def sim(self, path: str, body: dict[str, Any] | None = None) -> tuple[int, Any]:
        """Status and JSON of the person's side; GET without a body."""
        method = "GET" if body is None else "POST"
        data = None if body is None else io.BytesIO(json.dumps(body).encode())
        async with self.http.request(method, f"{self.url}/sim/{path}", data=data) as response:
            return response.status, await response.json()

    async def person(self, first_name: str = "Оксана", *, started: bool = True) -> Person:
        _status, body = await self.sim("users", {"first_name": first_name})
        person = Person(self, body["user_id"])
        if started:
            await person.says("/start")
        return person

    async def updates(self, offset: int = 0, **params: Any) -> list[dict[str, Any]]:
        answer = await self.call("getUpdates", offset=offset, **params)
        result: list[dict[str, Any]] = answer.result
        return result

    async def confirm_all(self) -> None:
        updates = await self.updates()
        if updates:
            await self.updates(updates[-1]["update_id"] + 1)


@dataclass(frozen=True)
class Person:
    stage: Stage
    user_id: int

    async def sends(self, **content: Any) -> int:
        status, body = await self.stage.sim(f"chats/{self.user_id}/messages", content)
        assert status == 200, body
        return int(body["message_id"])

    async def says(self, text: str) -> int:
        return await self.sends(text=text)

    async def taps(self, button: str, message_id: int | None = None) -> dict[str, Any]:
        tap = {"button": button} | ({"message_id": message_id} if message_id else {})
        status, body = await self.stage.sim(f"chats/{self.user_id}/taps", tap)
        assert status == 200, body
        return dict(body)

    async def screen(self) -> dict[str, Any]:
        status, body = await self.stage.sim(f"chats/{self.user_id}")
        assert status == 200, body
        return dict(body)

    async def last(self) -> dict[str, Any]:
        """The newest message on the screen."""
        return dict((await self.screen())["messages"][-1])

    async def is_settled(self) -> None:
        """Wait until the bot has finished every update of this person."""

        async def is_idle() -> bool:
            return not (await self.screen())["pending"]

        await until(is_idle)

    async def blocks(self, *, blocked: bool = True) -> None:
        await self.stage.sim(f"chats/{self.user_id}/block", {"blocked": blocked})


async def until(condition: Callable[[], Awaitable[bool]]) -> None:
    """Ask again and again until the condition holds; an error when it never does."""
    async with asyncio.timeout(5):
        while True:
            if await condition():
                return
            await asyncio.sleep(0.01)


@asynccontextmanager
async def served(routes: list[web.AbstractRouteDef]) -> AsyncIterator[str]:
    """The address of an application with these routes on a free port."""
    app = web.Application()
    app.add_routes(routes)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        host, port = runner.addresses[0][:2]
        yield f"http://{host}:{port}"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def open_stage(timing: Timing = QUICK) -> AsyncIterator[Stage]:
    clock, faults = SandboxClock(), Faults()
    telegram = Telegram(clock=clock, faults=faults, token=TOKEN, timing=timing)
    async with aiohttp.ClientSession() as http, served(telegram.routes()) as url:
        try:
            yield Stage(url, http, clock, faults)
        finally:
            await telegram.close()
