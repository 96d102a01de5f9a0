"""Polling alone: the real fetching and acknowledging around handlers that a test controls."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.polling import Polling
from bot.supervisor import Supervisor
from sandbox.app import BOT_TOKEN
from tests.town import world_only

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from aiogram.types import Message

    from bot.domain.clock import Clock
    from tests.town import Town

HELD = "зачекай"
BROKEN = "зламайся"


@dataclass
class Polled:
    """What was handled, in its order; a text that begins with `HELD` waits for `release`."""

    town: Town
    handled: list[str] = field(default_factory=list)
    holds: asyncio.Event = field(default_factory=asyncio.Event)
    release: asyncio.Event = field(default_factory=asyncio.Event)
    _change: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def until_handled(self, *texts: str) -> None:
        """Wait until these texts, and no others, were handled in this order."""
        async with asyncio.timeout(20), self._change:
            await self._change.wait_for(lambda: len(self.handled) >= len(texts))
        assert self.handled == list(texts)

    async def pending(self, user_id: int) -> int:
        screen = await self.town.call("GET", f"/sim/chats/{user_id}")
        return int(screen["pending"])

    async def on_message(self, message: Message) -> None:
        text = message.text or ""
        if text.startswith(HELD):
            self.holds.set()
            await self.release.wait()
        if text.startswith(BROKEN):
            raise RuntimeError
        await message.answer("так")
        async with self._change:
            self.handled.append(text)
            self._change.notify_all()


@asynccontextmanager
async def polled() -> AsyncIterator[Polled]:
    async with world_only() as town:
        polled = Polled(town)
        async with polling_at(f"{town.base}/telegram", polled.on_message, town.bot_clock):
            yield polled


@asynccontextmanager
async def polling_at(
    api: str, on_message: Callable[[Message], Awaitable[None]], clock: Clock
) -> AsyncIterator[None]:
    """Poll the Bot API at `api` and hand every message to `on_message`."""
    dispatcher = Dispatcher()
    dispatcher.message.register(on_message)
    session = AiohttpSession(api=TelegramAPIServer.from_base(api))
    fetching, handling = Supervisor(), Supervisor()
    async with Bot(BOT_TOKEN, session).context() as bot:
        polling = Polling(bot, dispatcher, handling=handling, clock=clock)
        fetching.start("polling", polling.run())
        try:
            yield
        finally:
            await fetching.close()
            await handling.close()
