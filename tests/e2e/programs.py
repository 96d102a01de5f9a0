"""Our programs as processes of their own: started, asked whether they are ready, ended, killed."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import ClientError, ClientSession

from bot.config import Settings
from tests.free_port import free_port
from tests.waiting import LONGEST_WAIT_SECONDS, until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from tests.town import Town

ROOT = Path(__file__).resolve().parents[2]
_OWN = {name.upper() for name in Settings.model_fields} | {"SANDBOX_PORT", "SANDBOX_DOCTORS"}


@dataclass(frozen=True)
class Program:
    """A running `python -m …`; what it prints stands in the file `printed`."""

    process: asyncio.subprocess.Process
    printed: Path

    @property
    def output(self) -> str:
        return self.printed.read_text(encoding="utf-8")

    async def ends(self) -> int:
        """Return the exit code of a program that ends by itself."""
        async with asyncio.timeout(LONGEST_WAIT_SECONDS):
            return await self.process.wait()

    async def is_told_to_stop(self) -> int:
        """Send SIGTERM, as Docker does, and return the exit code."""
        self.process.terminate()
        return await self.ends()

    async def is_killed(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        await self.ends()


def settings_of(town: Town) -> dict[str, str]:
    """The environment of a bot that lives in `town`."""
    return town.world.bot_settings(int(town.base.rpartition(":")[2]))


@asynccontextmanager
async def program(
    *arguments: str, settings: Mapping[str, str], printed: Path
) -> AsyncIterator[Program]:
    """Run `python -m` with `settings` and with no other settings of ours."""
    inherited = {name: value for name, value in os.environ.items() if name not in _OWN}
    with printed.open("ab") as output:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            *arguments,
            cwd=ROOT,
            env=inherited | dict(settings),
            stdout=output,
            stderr=asyncio.subprocess.STDOUT,
        )
    running = Program(process, printed)
    try:
        yield running
    finally:
        if process.returncode is None:
            await running.is_killed()


@asynccontextmanager
async def bot_program(
    settings: Mapping[str, str],
    folder: Path,
    *,
    web_port: int | None = None,
    module: str = "bot",
) -> AsyncIterator[Program]:
    """Run `python -m bot` on a database in `folder`, ready when the context is entered."""
    port = free_port() if web_port is None else web_port
    own = {"WEB_PORT": str(port), "PUBLIC_URL": f"http://127.0.0.1:{port}"}
    given = {"DATABASE_URL": f"sqlite+aiosqlite:///{folder}/bot.sqlite3"} | dict(settings) | own
    printed = folder / "bot.log"
    async with program(module, settings=given, printed=printed) as bot:
        await until_answers(f"http://127.0.0.1:{port}/health", bot)
        yield bot


async def until_answers(url: str, started: Program) -> None:
    """Wait until `url` says 200; fails with what the program printed when it ended before."""
    async with ClientSession() as http:

        async def is_there() -> bool:
            assert started.process.returncode is None, started.output
            try:
                async with http.get(url) as answer:
                    return answer.status == 200
            except ClientError:
                return False

        await until(is_there)
