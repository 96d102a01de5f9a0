"""Our own mistakes and outages: a kind answer each time, and a way on."""

from __future__ import annotations

import re
import sqlite3
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.town import Patient, Town

NUMBER = "8830-3875-8474-6820"
TOO_LARGE = 10**30  # for a whole number of SQLite
UPDATES_A_MINUTE = 60


async def _breaking_button(patient: Patient) -> None:
    """A button whose data no version of the bot has made, and that breaks its handler."""
    data = f"ref1:check:{NUMBER.replace('-', '')}:{TOO_LARGE}"
    keyboard = {"inline_keyboard": [[{"text": "Зламати", "callback_data": data}]]}
    await patient.town.as_bot("sendMessage", chat_id=patient.id, text="?", reply_markup=keyboard)
    await patient.looks()


async def test_mistake_of_the_bot_has_a_kind_answer_with_a_code(patient: Patient) -> None:
    await _breaking_button(patient)
    await patient.taps("Зламати")
    assert "через помилку в боті" in patient.text
    assert "З вашим направленням нічого не сталося" in patient.text
    assert re.search(r"код [0-9A-F]{4}", patient.text)
    assert {"☰ Меню", "📞 103 і гаряча лінія"} <= set(patient.buttons)


async def test_way_on_after_a_mistake_works(patient: Patient) -> None:
    await _breaking_button(patient)
    await patient.taps("Зламати")
    mistake = patient.last
    await patient.taps("☰ Меню", on=mistake)
    assert "Головне меню" in patient.text
    await patient.taps("📞 103 і гаряча лінія", on=mistake)
    assert "Загроза життю?" in patient.text
    await patient.says(NUMBER)
    assert "Статус: дійсне" in patient.text


async def test_mistake_with_one_patient_is_nothing_to_another(
    town: Town, patient: Patient
) -> None:
    await _breaking_button(patient)
    await patient.taps("Зламати")
    other = await town.patient("Іван")
    await other.says(NUMBER)
    assert "Статус: дійсне" in other.text


@pytest.fixture
async def town_in_outage(own_town: Town, tmp_path: Path) -> Town:
    """A town whose bot has just lost its tables, with no sync of the directory under way."""
    await own_town.learns_doctors()
    with sqlite3.connect(tmp_path / "bot.sqlite3") as connection:
        names = connection.execute("select name from sqlite_master where type = 'table'")
        for (name,) in names.fetchall():
            connection.execute(f'drop table "{name}"')
    connection.close()
    return own_town


@pytest.mark.parametrize("text", ["/start", "/menu", NUMBER, "/delete_my_data"])
async def test_patient_is_answered_though_the_database_is_gone(
    town_in_outage: Town, text: str
) -> None:
    patient = await town_in_outage.patient()
    await patient.says(text)
    assert "моя база даних не відповідає" in patient.text
    assert "З вашим направленням нічого не сталося" in patient.text
    assert {"☰ Меню", "📞 103 і гаряча лінія"} <= set(patient.buttons)


async def test_tap_is_answered_though_the_database_is_gone(town_in_outage: Town) -> None:
    patient = await town_in_outage.patient()
    await patient.says("/start")
    await patient.taps("📞 103 і гаряча лінія")
    assert "моя база даних не відповідає" in patient.text


async def test_patient_who_sends_faster_than_anyone_reads_is_asked_to_wait(
    patient: Patient,
) -> None:
    for _ in range(UPDATES_A_MINUTE + 5):
        await patient.does_not_wait("messages", text="/menu")
    await patient.looks()
    waits = [seen for seen in patient.new if "зашвидко" in seen.text]
    answers = [seen for seen in patient.new if "Головне меню" in seen.text]
    assert len(answers) == UPDATES_A_MINUTE - 1, "the first of the minute was /start"
    assert len(waits) == 1, "asked once, or the asking would be a flood itself"


async def test_tap_that_comes_too_fast_is_told_why(patient: Patient) -> None:
    for _ in range(UPDATES_A_MINUTE):
        await patient.does_not_wait("messages", text="/menu")
    await patient.looks()
    await patient.taps("Налаштування")
    assert "зашвидко" in patient.alert


async def test_fast_patient_slows_nobody_else_down(town: Town, patient: Patient) -> None:
    for _ in range(UPDATES_A_MINUTE + 2):
        await patient.does_not_wait("messages", text="/menu")
    other = await town.patient("Іван")
    await other.says("/menu")
    assert "Головне меню" in other.text
    await patient.looks()
