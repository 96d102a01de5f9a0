"""A start that cannot succeed ends in a sentence that names the setting to change."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Any

import pytest

from bot.app import running
from bot.config import BadSettings
from tests.free_port import free_port
from tests.town import Town, settings_in, world_only

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


@pytest.fixture(scope="module")
async def world() -> AsyncIterator[Town]:
    async with world_only() as town:
        yield town


async def refusal(town: Town, folder: Path, **changes: Any) -> str:
    """What a start with these settings says."""
    with pytest.raises(BadSettings) as said:
        async with running(settings_in(town, folder, **changes), town.bot_clock):
            pass
    return str(said.value)


async def test_token_that_telegram_does_not_know(world: Town, tmp_path: Path) -> None:
    said = await refusal(world, tmp_path, telegram_bot_token="1:" + "x" * 30)
    assert said.startswith("TELEGRAM_BOT_TOKEN: Telegram does not know this token.")


async def test_address_where_no_telegram_answers(world: Town, tmp_path: Path) -> None:
    nowhere = f"http://127.0.0.1:{free_port()}"
    said = await refusal(world, tmp_path, telegram_api_url=nowhere)
    assert said.startswith("TELEGRAM_API_URL: Telegram gives no answer there")


async def test_webhook_address_that_telegram_refuses(world: Town, tmp_path: Path) -> None:
    changes = {"webhook_url": "http://bot.example", "webhook_secret": "invented"}
    said = await refusal(world, tmp_path, **changes)
    assert said.startswith("WEBHOOK_URL: Telegram does not take this address (Bad Request: ")
    assert "An HTTPS URL must be provided" in said


async def test_busy_port(world: Town, tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        said = await refusal(world, tmp_path, web_port=port)
    assert said.startswith(f"WEB_PORT: the bot cannot listen on 127.0.0.1:{port} (")
    assert said.endswith("Give a free port, for example WEB_PORT=8081")


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("postgresql://user:hidden@127.0.0.1:{port}/name", id="no-server"),
        pytest.param("sqlite+aiosqlite:////proc/nowhere/bot.sqlite3", id="no-folder"),
        pytest.param("sqlite+aiosqlite:////proc", id="a-folder"),
    ],
)
async def test_database_that_cannot_be_opened(world: Town, tmp_path: Path, url: str) -> None:
    said = await refusal(world, tmp_path, database_url=url.format(port=free_port()))
    assert said.startswith("DATABASE_URL: this database cannot be opened (")
    assert "hidden" not in said


async def test_redis_that_does_not_answer(world: Town, tmp_path: Path) -> None:
    url = f"redis://:hidden@127.0.0.1:{free_port()}/0"
    said = await refusal(world, tmp_path, redis_url=url)
    assert said.startswith("REDIS_URL: Redis does not answer there (")
    assert "hidden" not in said


async def test_profile_that_telegram_refuses_does_not_stop_the_start(tmp_path: Path) -> None:
    async with world_only() as town:
        await town.fault("telegram", "500", match="setMy", times=50)
        async with running(settings_in(town, tmp_path), town.bot_clock):
            patient = await (await town.patient()).says("/start")
            assert "Помічник пацієнта" in patient.everything


async def test_profile_is_published_in_both_languages(tmp_path: Path) -> None:
    async with (
        world_only() as town,
        running(settings_in(town, tmp_path), town.bot_clock),
    ):
        calls = await town.calls()
    said = {
        (call["method"], call["params"].get("language_code", "")): call["params"]
        for call in calls
        if call["method"].startswith("setMy")
    }
    methods = ("setMyCommands", "setMyDescription", "setMyShortDescription")
    assert set(said) == {(method, code) for method in methods for code in ("", "en")}
    for code, referral, start in (
        ("", "Перевірити направлення", "Допомагаю пацієнтам"),
        ("en", "Check a referral", "I help patients"),
    ):
        commands = said["setMyCommands", code]["commands"]
        assert commands[0] == {"command": "referral", "description": referral}
        assert said["setMyDescription", code]["description"].startswith(start)
        assert said["setMyShortDescription", code]["short_description"]
