"""Polling: order, patience with Telegram, and no acknowledgement before the work is done."""

from __future__ import annotations

import pytest

from tests.integration.bot.polled import BROKEN, HELD, polled


async def test_slow_update_keeps_its_patients_order_and_keeps_nobody_else_waiting() -> None:
    async with polled() as bot:
        slow, other = await bot.town.patient(), await bot.town.patient("Петро")
        await slow.does_not_wait("messages", text=HELD)
        await bot.holds.wait()
        await slow.does_not_wait("messages", text="друге")
        await other.does_not_wait("messages", text="інший")
        await bot.until_handled("інший")
        bot.release.set()
        await bot.until_handled("інший", HELD, "друге")


async def test_update_is_acknowledged_only_when_it_is_handled() -> None:
    async with polled() as bot:
        patient = await bot.town.patient()
        await patient.does_not_wait("messages", text="перше")
        await bot.until_handled("перше")
        await patient.looks()
        await patient.does_not_wait("messages", text=HELD)
        other = await bot.town.patient("Петро")
        await other.does_not_wait("messages", text="інший")
        await bot.until_handled("перше", "інший")
        assert await bot.pending(patient.id) == 1
        bot.release.set()
        await bot.until_handled("перше", "інший", HELD)
        await patient.looks()
        await other.looks()
        assert not await bot.pending(patient.id)


@pytest.mark.parametrize("kind", ["429", "500", "403", "drop", "garbage"])
async def test_failed_fetch_is_tried_again(kind: str) -> None:
    async with polled() as bot:
        await bot.town.fault("telegram", kind, match="getUpdates", times=3)
        patient = await bot.town.patient()
        await patient.says("перше")
        await patient.says("друге")
        await bot.until_handled("перше", "друге")


async def test_second_poller_takes_turns_and_loses_nothing() -> None:
    async with polled() as bot:
        patient = await bot.town.patient()
        await bot.town.as_bot("getUpdates", timeout=0)
        await patient.says("перше")
        await bot.town.as_bot("getUpdates", timeout=0)
        await patient.says("друге")
        await bot.until_handled("перше", "друге")


async def test_outage_of_telegram_is_waited_out_however_long_it_takes() -> None:
    async with polled() as bot:
        patient = await bot.town.patient()
        await bot.town.fault("telegram", "500", match="sendMessage", times=2)
        await bot.town.fault("telegram", "500", match="getMe", times=50)
        await patient.says("перше")
        await bot.until_handled("перше")


async def test_answer_that_telegram_never_takes_is_given_up_and_others_go_on() -> None:
    async with polled() as bot:
        patient = await bot.town.patient()
        await bot.town.fault("telegram", "500", match="sendMessage", times=5)
        await patient.says("перше")
        await patient.says("друге")
        await bot.until_handled("друге")


async def test_mistake_in_one_update_stops_no_other() -> None:
    async with polled() as bot:
        patient = await bot.town.patient()
        await patient.says(BROKEN)
        await patient.says("друге")
        await bot.until_handled("друге")
