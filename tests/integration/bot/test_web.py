"""The bot's own pages: health and metrics."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from aiohttp import ClientSession, web

from bot.errors import Outage, Unavailable
from bot.web.server import web_application
from tests.e2e.conversation import free_number
from tests.town import town_with_bot

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.town import Town


@dataclass
class LostStore:
    """A database, or Redis, that does not answer."""

    name: str

    async def ping(self) -> None:
        raise Unavailable(Outage.DOWN)


@dataclass
class GoodStore:
    name: str = "database"

    async def ping(self) -> None:
        pass


@asynccontextmanager
async def serving(pages: web.Application) -> AsyncIterator[str]:
    runner = web.AppRunner(pages, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


@pytest.fixture(scope="module")
async def watched(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Town]:
    async with town_with_bot(tmp_path_factory.mktemp("watched")) as town:
        yield town


async def page(town: Town, path: str) -> tuple[int, str]:
    assert town.bot is not None
    url = f"http://127.0.0.1:{town.bot.web_port}{path}"
    async with ClientSession() as http, http.get(url) as answer:
        return answer.status, await answer.text()


async def test_health_is_good_while_the_database_answers(watched: Town) -> None:
    assert await page(watched, "/health") == (200, '{"status": "ok"}')


@pytest.mark.parametrize(
    ("stores", "lost"),
    [
        pytest.param([LostStore("database")], "database", id="database"),
        pytest.param([GoodStore(), LostStore("Redis")], "Redis", id="redis"),
    ],
)
async def test_health_is_bad_when_a_store_does_not_answer(
    stores: list[LostStore | GoodStore], lost: str
) -> None:
    async with (
        serving(web_application(stores, None)) as base,
        ClientSession() as http,
        http.get(f"{base}/health") as answer,
    ):
        assert answer.status == 503
        assert await answer.json() == {"status": f"{lost} does not answer"}


async def test_metrics_count_updates_and_name_nobody(watched: Town) -> None:
    patient, number = await watched.patient("Канарейка"), await free_number(watched)
    await patient.says("/start")
    await patient.says(number)
    await patient.taps("Перевірити ще раз")
    status, metrics = await page(watched, "/metrics")
    assert status == 200
    assert 'bot_updates_total{kind="message"}' in metrics
    assert 'bot_updates_total{kind="callback_query"}' in metrics
    assert 'bot_update_seconds_count{kind="message"}' in metrics
    assert "bot_update_failures" in metrics
    for canary in ("Канарейка", number, number.replace("-", ""), str(patient.id)):
        assert canary not in metrics


async def test_update_whose_answer_telegram_did_not_take_counts_as_a_failure(
    watched: Town,
) -> None:
    patient = await watched.patient()
    before = await failures(watched)
    await watched.fault("telegram", "500", match="sendMessage", times=3)
    await patient.says("/menu")
    assert await failures(watched) == before + 1


async def test_there_is_no_webhook_where_the_bot_polls(watched: Town) -> None:
    assert watched.bot is not None
    url = f"http://127.0.0.1:{watched.bot.web_port}/telegram"
    async with ClientSession() as http, http.post(url, json={}) as answer:
        assert answer.status == 404


async def failures(town: Town) -> float:
    _status, metrics = await page(town, "/metrics")
    name = 'bot_update_failures_total{kind="message"} '
    found = [line.removeprefix(name) for line in metrics.splitlines() if line.startswith(name)]
    return float(found[0]) if found else 0.0
