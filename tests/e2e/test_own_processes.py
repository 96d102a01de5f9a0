"""The bot and the world as two processes, as a person starts them."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from aiohttp import ClientSession

from sandbox.app import World
from tests.e2e.conversation import whole_conversation
from tests.e2e.programs import bot_program, program, until_answers
from tests.free_port import free_port
from tests.town import Town

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


@asynccontextmanager
async def sandbox_program(*options: str, folder: Path) -> AsyncIterator[tuple[Town, str]]:
    """Run `python -m sandbox`; gives its town, and what it printed when it was ready."""
    port = free_port()
    settings, printed = {"SANDBOX_PORT": str(port)}, folder / "sandbox.log"
    async with program("sandbox", *options, settings=settings, printed=printed) as sandbox:
        base = f"http://127.0.0.1:{port}"
        await until_answers(f"{base}/sim/health", sandbox)
        async with ClientSession() as http:
            # the world of this process is not the one that is served
            yield Town(World(), http, base), sandbox.output
        assert await sandbox.is_told_to_stop() == 0


async def test_bot_beside_the_sandbox_carries_the_whole_conversation(tmp_path: Path) -> None:
    async with sandbox_program("--without-bot", folder=tmp_path) as (town, printed):
        lines = (line.partition("=") for line in printed.splitlines())
        settings = {name: value for name, sign, value in lines if sign}
        async with bot_program(settings, tmp_path) as bot:
            await whole_conversation(town)
            assert await bot.is_told_to_stop() == 0
        assert "error" not in bot.output.casefold()


async def test_one_command_plays_the_world_and_the_bot(tmp_path: Path) -> None:
    async with sandbox_program(folder=tmp_path) as (town, printed):
        assert town.base in printed
        assert await town.call("GET", "/sim/health") == {"ready": True}
        await whole_conversation(town)
