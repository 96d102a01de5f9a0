"""An update that is newer than aiogram: it is passed over, and those behind it are answered."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from aiohttp import web

from bot.domain.clock import SystemClock
from tests.integration.bot.polled import polling_at
from tests.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from aiogram.types import Message

ODD = {"update_id": 1, "message": {"of": "next year"}}
CHAT = {"id": 7, "type": "private", "first_name": "Оксана"}
GOOD = {"update_id": 2, "message": {"message_id": 1, "date": 0, "chat": CHAT, "text": "так"}}
PAUSE_SECONDS = 0.05


@asynccontextmanager
async def telegram_with(updates: list[dict[str, Any]]) -> AsyncIterator[tuple[str, list[str]]]:
    """A Telegram that brings these once; gives its address and the offsets that it was asked."""
    offsets: list[str] = []

    async def get_updates(request: web.Request) -> web.Response:
        offsets.append(str((await request.post()).get("offset", "")))
        if offsets[1:]:
            await asyncio.sleep(PAUSE_SECONDS)
        return web.json_response({"ok": True, "result": [] if offsets[1:] else updates})

    application = web.Application()
    application.router.add_post("/bot{token}/getUpdates", get_updates)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}", offsets
    finally:
        await runner.cleanup()


async def test_update_that_cannot_be_read_stops_no_other() -> None:
    handled: asyncio.Queue[str | None] = asyncio.Queue()

    async def on_message(message: Message) -> None:
        await handled.put(message.text)

    async with (
        telegram_with([ODD, GOOD]) as (url, offsets),
        polling_at(url, on_message, SystemClock()),
    ):
        await until_asked_twice(offsets)
    assert handled.get_nowait() == "так"
    assert offsets[:2] == ["", "3"]


async def test_alone_it_is_passed_over_too() -> None:
    async def on_message(_message: Message) -> None:
        raise AssertionError

    async with (
        telegram_with([ODD]) as (url, offsets),
        polling_at(url, on_message, SystemClock()),
    ):
        await until_asked_twice(offsets)
    assert offsets[:2] == ["", "2"]


async def until_asked_twice(offsets: list[str]) -> None:
    async def is_asked() -> bool:
        return len(offsets) >= 2

    await until(is_asked)
