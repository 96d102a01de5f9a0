"""`python -m bot sync-directory`, as an operator starts it."""

from __future__ import annotations

import asyncio
import os
import sys
from typing import TYPE_CHECKING

import pytest

from tests.integration.db.directory.exports import Exports, a_small_country

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from aiohttp.test_utils import TestServer


@pytest.fixture
async def served() -> AsyncIterator[tuple[Exports, TestServer]]:
    exports = a_small_country()
    server = await exports.start()
    yield exports, server
    await server.close()


async def sync_directory(
    folder: Path, server: TestServer | None, *options: str
) -> tuple[int | None, str]:
    """The exit code, and what was said."""
    settings = {"DATABASE_URL": f"sqlite+aiosqlite:///{folder}/bot.db"}
    if server:
        settings |= {"ESOZ_API_URL": str(server.make_url("/esoz")), "ESOZ_API_KEY": "key-1"}
    inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "sync-directory", *options),
        env=inherited | settings,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    _, said = await process.communicate()
    return process.returncode, said.decode()


async def test_sync_needs_a_key_alone_and_says_what_it_brought(
    tmp_path: Path, served: tuple[Exports, TestServer]
) -> None:
    code, said = await sync_directory(tmp_path, served[1])
    assert code == 0
    assert "2 doctors in 2 divisions, data of 2026-11-22" in said


async def test_sync_that_leaves_the_old_data_says_why(
    tmp_path: Path, served: tuple[Exports, TestServer]
) -> None:
    exports, server = served
    await sync_directory(tmp_path, server)
    exports.date = "2026-11-21"
    code, said = await sync_directory(tmp_path, server, "--full")
    assert code == 1
    assert "older than what is stored" in said


async def test_sync_without_a_key_names_the_setting(tmp_path: Path) -> None:
    code, said = await sync_directory(tmp_path, None)
    assert code == 2
    assert "ESOZ_API_KEY is not set" in said
