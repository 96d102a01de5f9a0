"""PostgreSQL and Redis: one bot, and two that share the work as if they were one."""

from __future__ import annotations

from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.e2e.balancer import Balancer, balancing
from tests.e2e.conversation import free_number, whole_conversation
from tests.e2e.programs import bot_program, settings_of
from tests.e2e.shared_servers import clean_redis, drop_postgres, fresh_postgres
from tests.free_port import free_port
from tests.town import Town, town_with_bot, world_only

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

pytestmark = [pytest.mark.postgres, pytest.mark.redis]

NO_NUMBER_HERE = "Не бачу тут номера"


@dataclass(frozen=True)
class Pair:
    """Two bots behind a balancer that brings every update to both."""

    town: Town
    balancer: Balancer
    ports: tuple[int, int]


@pytest.fixture(scope="module")
async def pair(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Pair]:
    ports = (free_port(), free_port())
    async with AsyncExitStack() as stack:
        town = await stack.enter_async_context(world_only())
        balancer = await stack.enter_async_context(balancing())
        settings = settings_of(town) | {
            "DATABASE_URL": await stack.enter_async_context(fresh_postgres()),
            "REDIS_URL": await stack.enter_async_context(clean_redis()),
            "WEBHOOK_URL": balancer.base,
            "WEBHOOK_SECRET": "invented_secret-2",
        }
        for port in ports:
            folder = tmp_path_factory.mktemp(f"bot-{port}")
            await stack.enter_async_context(bot_program(settings, folder, web_port=port))
        balancer.ports[:] = ports
        yield Pair(town, balancer, ports)


async def test_one_bot_carries_the_whole_conversation(tmp_path: Path) -> None:
    async with (
        fresh_postgres() as database_url,
        clean_redis() as redis_url,
        town_with_bot(tmp_path, database_url=database_url, redis_url=redis_url) as town,
    ):
        patient = await whole_conversation(town)
        await patient.says("/referral")
        await patient.says("щось не те")
        assert NO_NUMBER_HERE in patient.text


async def test_lost_database_shows_in_health_and_the_patient_is_told(tmp_path: Path) -> None:
    async with (
        fresh_postgres() as database_url,
        town_with_bot(tmp_path, database_url=database_url) as town,
    ):
        patient = await (await town.patient()).says("/start")
        assert await health(town) == 200
        await drop_postgres(database_url)
        assert await health(town) == 503
        await patient.says("/menu")
        assert "Зараз моя база даних не відповідає" in patient.text


async def health(town: Town) -> int:
    assert town.bot is not None
    url = f"http://127.0.0.1:{town.bot.web_port}/health"
    async with town.http.get(url) as answer:
        return answer.status


async def test_two_bots_carry_the_whole_conversation_and_do_nothing_twice(pair: Pair) -> None:
    before = await pair.town.last_call()
    await whole_conversation(pair.town)
    methods = [call["method"] for call in await pair.town.calls(before)]
    # the greeting and the menu, the look-up, the word that the number is removed
    assert methods.count("sendMessage") == 4
    assert methods.count("sendPhoto") == 1
    assert methods.count("answerCallbackQuery") == 3


async def test_conversation_goes_on_at_the_other_bot(pair: Pair) -> None:
    patient = await pair.town.patient()
    first, second = pair.ports
    pair.balancer.ports[:] = [first]
    await patient.says("/referral")
    pair.balancer.ports[:] = [second]
    await patient.says("щось не те")
    pair.balancer.ports[:] = pair.ports
    assert NO_NUMBER_HERE in patient.text


async def test_two_bots_keep_a_patients_order(pair: Pair) -> None:
    patient = await pair.town.patient()
    number = await free_number(pair.town)
    for text in ("/start", number, "/menu", "/referral", "щось не те"):
        await patient.does_not_wait("messages", text=text)
    await patient.looks()
    answers = [seen.text for seen in patient.from_bot]
    expected = (
        "Помічник пацієнта",
        "Головне меню",
        "Статус",
        "Головне меню",
        "Моє направлення",
        NO_NUMBER_HERE,
    )
    assert len(answers) == len(expected)
    assert all(part in answer for part, answer in zip(expected, answers, strict=True))
