"""Webhook: only Telegram's own calls, 200 only for what is handled, each update once."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from bot.app import running
from bot.web.webhook import SECRET_HEADER
from tests.e2e.conversation import free_number, whole_conversation
from tests.free_port import free_port
from tests.integration.bot.hooked import SECRET, hooked, message_update
from tests.town import settings_in, world_only
from tests.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.integration.bot.hooked import Hook
    from tests.town import Patient, Town

MENU = "Головне меню"


@pytest.fixture(scope="module")
async def hook(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Hook]:
    async with hooked(tmp_path_factory.mktemp("hook")) as hook:
        yield hook


@pytest.fixture
async def someone(hook: Hook) -> Patient:
    """A person who has started the bot: Telegram lets it write to nobody else."""
    return await (await hook.town.patient()).says("/start")


async def test_webhook_carries_the_whole_conversation(hook: Hook) -> None:
    await whole_conversation(hook.town)
    assert not await hook.last_failure()


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({}, id="none"),
        pytest.param({SECRET_HEADER: ""}, id="empty"),
        pytest.param({SECRET_HEADER: SECRET + "x"}, id="wrong"),
        pytest.param({SECRET_HEADER: "секрет"}, id="not-latin"),
    ],
)
async def test_call_without_the_secret_is_refused_and_not_handled(
    hook: Hook, someone: Patient, headers: dict[str, str]
) -> None:
    assert await hook.brings(message_update(someone, 11, "/menu"), headers) == 401
    assert not (await someone.looks()).new


async def test_update_brought_twice_is_handled_once(hook: Hook, someone: Patient) -> None:
    update = message_update(someone, 21, "/menu")
    assert [await hook.brings(update), await hook.brings(update)] == [200, 200]
    assert len((await someone.looks()).new) == 1


async def test_update_brought_five_times_at_once_is_handled_once(
    hook: Hook, someone: Patient
) -> None:
    update = message_update(someone, 31, await free_number(hook.town))
    statuses = await asyncio.gather(*(hook.brings(update) for _ in range(5)))
    assert statuses == [200] * 5
    assert len((await someone.looks()).new) == 1


async def test_one_patients_updates_are_handled_one_after_another(
    hook: Hook, someone: Patient
) -> None:
    number = await free_number(hook.town)
    first = message_update(someone, 41, number)
    second = message_update(someone, 42, "/menu")
    await asyncio.gather(hook.brings(first), hook.brings(second))
    await someone.looks()
    assert "Статус" in someone.new[0].text
    assert someone.new[0].raw["edited"]
    assert MENU in someone.new[1].text
    methods = [call["method"] for call in await hook.town.calls()]
    assert methods[-4:] == ["sendChatAction", "sendMessage", "editMessageText", "sendMessage"]


@pytest.mark.parametrize("kind", ["500", "drop", "garbage"])
async def test_update_that_telegram_could_not_take_the_answer_to_comes_again(
    hook: Hook, someone: Patient, kind: str
) -> None:
    await hook.town.fault("telegram", kind, match="sendMessage", times=3)
    await someone.does_not_wait("messages", text="/menu")
    await someone.looks()
    assert "503" in await hook.last_failure()
    assert len(someone.new) == 1
    assert MENU in someone.text


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"update_id": "x"}'])
async def test_update_that_cannot_be_read_keeps_no_queue_waiting(hook: Hook, body: bytes) -> None:
    assert await hook.brings(body) == 200


async def test_stop_finishes_the_update_that_is_being_handled(tmp_path: Path) -> None:
    async with world_only() as town:
        port = free_port()
        hook = {"webhook_url": f"http://127.0.0.1:{port}", "webhook_secret": SECRET}
        town.world.esoz.slow_seconds = 0.5
        await town.fault("esoz", "slow")
        patient = await town.patient()
        async with running(settings_in(town, tmp_path, web_port=port, **hook), town.world.clock):
            number = await free_number(town)
            await patient.does_not_wait("messages", text=number)
            await until(lambda: is_looking_up(town))
        await patient.looks()
        assert "Статус" in patient.text
        methods = [call["method"] for call in await town.calls()]
        assert methods.count("sendMessage") == 1


async def is_looking_up(town: Town) -> bool:
    return any(call["method"] == "sendMessage" for call in await town.calls())
