"""A start that fails says in a sentence what to set, and ends with code 2."""

from __future__ import annotations

import socket
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.e2e.programs import program, settings_of
from tests.town import world_only

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


@contextmanager
def busy_port() -> Iterator[str]:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield str(other.getsockname()[1])


async def complaint(*arguments: str, settings: Mapping[str, str], folder: Path) -> str:
    """What the program prints before it ends with code 2."""
    async with program(*arguments, settings=settings, printed=folder / "printed") as started:
        assert await started.ends() == 2
        assert "Traceback" not in started.output
        return started.output


async def test_bot_without_a_token_says_where_to_get_one(tmp_path: Path) -> None:
    said = await complaint("bot", settings={}, folder=tmp_path)
    assert said.startswith("TELEGRAM_BOT_TOKEN is not set: ")
    assert "@BotFather" in said
    assert "make run" in said


async def test_bot_on_a_busy_port_says_which_setting_to_change(tmp_path: Path) -> None:
    with busy_port() as port:
        async with world_only() as town:
            database = {"DATABASE_URL": f"sqlite+aiosqlite:///{tmp_path}/bot.sqlite3"}
            settings = settings_of(town) | database | {"WEB_PORT": port}
            said = await complaint("bot", settings=settings, folder=tmp_path)
    assert f"WEB_PORT: the bot cannot listen on 127.0.0.1:{port}" in said


async def test_sandbox_on_a_busy_port_says_how_to_start_on_another(tmp_path: Path) -> None:
    with busy_port() as port:
        said = await complaint("sandbox", settings={"SANDBOX_PORT": port}, folder=tmp_path)
    assert f"cannot listen on port {port}" in said
    assert "SANDBOX_PORT=8091 make run" in said


async def test_sandbox_on_an_impossible_port_says_which_are_possible(tmp_path: Path) -> None:
    said = await complaint("sandbox", settings={"SANDBOX_PORT": "98765"}, folder=tmp_path)
    assert said.startswith("SANDBOX_PORT: give a number from 0 to 65534")
