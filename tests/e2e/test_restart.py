"""What a patient sees when the bot is killed, stopped and started again: nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.conversation import AGAIN, free_number
from tests.e2e.programs import bot_program, settings_of
from tests.town import world_only
from tests.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.town import Patient, Town

NO_NUMBER_HERE = "Не бачу тут номера"
LOOKING_UP = "Перевіряю направлення"


async def until_chat_shows(patient: Patient, text: str) -> None:
    async def is_shown() -> bool:
        screen = await patient.town.call("GET", f"/sim/chats/{patient.id}")
        return any(text in message["text"] for message in screen["messages"])

    await until(is_shown)


async def sent_texts(town: Town) -> list[str]:
    calls = await town.calls()
    return [call["params"]["text"] for call in calls if call["method"] == "sendMessage"]


async def test_killed_bot_goes_on_where_it_was_and_answers_what_came_meanwhile(
    tmp_path: Path,
) -> None:
    async with world_only() as town:
        settings = settings_of(town)
        asked, newcomer = await town.patient(), await town.patient("Петро")
        async with bot_program(settings, tmp_path) as bot:
            await asked.says("/referral")
            await bot.is_killed()
        await newcomer.does_not_wait("messages", text="/start")
        await asked.does_not_wait("messages", text="щось не те")
        async with bot_program(settings, tmp_path):
            await newcomer.looks()
            assert "Помічник пацієнта" in newcomer.everything
            await asked.looks()
            assert NO_NUMBER_HERE in asked.text


async def test_look_up_cut_by_a_kill_is_answered_after_the_start(tmp_path: Path) -> None:
    async with world_only() as town:
        patient, number = await town.patient(), await free_number(town)
        await town.fault("esoz", "slow")
        async with bot_program(settings_of(town), tmp_path) as bot:
            await patient.does_not_wait("messages", text=number)
            await until_chat_shows(patient, LOOKING_UP)
            await bot.is_killed()
        async with bot_program(settings_of(town), tmp_path):
            await patient.looks()
            assert "Статус: дійсне, ще не використане" in patient.text
            await patient.taps(AGAIN)


async def test_stop_finishes_what_is_in_flight_and_nothing_is_done_twice(tmp_path: Path) -> None:
    async with world_only() as town:
        town.world.esoz.slow_seconds = 2
        patient, number = await town.patient(), await free_number(town)
        await town.fault("esoz", "slow")
        async with bot_program(settings_of(town), tmp_path) as bot:
            await patient.does_not_wait("messages", text=number)
            await until_chat_shows(patient, LOOKING_UP)
            assert await bot.is_told_to_stop() == 0
            await until_chat_shows(patient, "Статус: дійсне, ще не використане")
        before = await sent_texts(town)
        async with bot_program(settings_of(town), tmp_path):
            await patient.looks()
            other = await town.patient("Петро")
            await other.says("/menu")
        assert [text for text in await sent_texts(town) if LOOKING_UP in text] == [
            text for text in before if LOOKING_UP in text
        ]
