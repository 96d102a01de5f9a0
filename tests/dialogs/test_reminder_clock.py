"""The clock that a patient lives by, the hours that are missing or come twice, and leads."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from bot.db.cipher import new_key
from tests.dialogs.diary import WEDNESDAY, Diary
from tests.town import town_with_bot

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


@pytest.fixture
async def diary(tmp_path: Path) -> AsyncIterator[Diary]:
    async with town_with_bot(tmp_path, encryption_keys=new_key()) as town:
        diary = Diary(town, await town.patient())
        await diary.at(WEDNESDAY)
        yield diary


async def ask_for_clock(diary: Diary) -> None:
    await diary.says("/reminders")
    await diary.patient.taps("Коли нагадувати")
    await diary.patient.taps("Я в іншій країні")


async def test_clock_is_found_from_a_location_which_is_not_kept(diary: Diary) -> None:
    patient = diary.patient
    await ask_for_clock(diary)
    await patient.taps("Знайти за моїм місцем")
    assert "📍 Надіслати моє місце" in patient.keyboard
    await patient.sends(location={"latitude": 54.69, "longitude": 25.28})
    assert "Час за містом: Вільнюс" in patient.text
    assert "📍 Надіслати моє місце" not in patient.keyboard
    await diary.says("завтра о 9 кардіолог")
    assert "Завтра о 9:00" in patient.text, "Vilnius lives by the same clock"


async def test_town_can_be_written_or_chosen_by_its_part_of_the_world(diary: Diary) -> None:
    patient = diary.patient
    await ask_for_clock(diary)
    await patient.taps("Знайти за моїм місцем")
    await patient.says("Атлантида")
    assert "Я не знаю такого міста" in patient.text
    await patient.says("варшава")
    assert "Час за містом: Варшава" in patient.text
    await patient.taps("Я в іншій країні")
    await patient.taps("Америка")
    await patient.taps("Ванкувер")
    assert "Час за містом: Ванкувер" in patient.text
    await diary.says("завтра о 9 кардіолог")
    assert "о 9:00 (у Києві 19:00)" in patient.text


async def test_other_location_in_that_question_is_still_answered(diary: Diary) -> None:
    patient = await diary.says("/start")
    await patient.sends(location={"latitude": 54.69, "longitude": 25.28})
    assert "Спершу оберіть" in patient.text


async def test_hour_that_comes_twice_is_asked_about(diary: Diary) -> None:
    patient = await diary.says("31.10.2027 03:30 чергування лікаря")
    assert "3:30 буде двічі" in patient.text
    await patient.taps("Другий раз, на годину пізніше")
    assert "ця година буде двічі. Я взяв другу" in patient.text
    await patient.taps("Зберегти")
    await patient.taps("Так, зберегти")
    assert "31 жовтня, неділя, о 3:30 (2027 рік)" in patient.text
    await patient.taps("У календар телефона")
    assert patient.last.kind == "document"


async def test_missing_hour_is_explained(diary: Diary) -> None:
    patient = await diary.says("28.03.2027 о 03:30 терапевт")
    assert "часу 3:30 не буде" in patient.text
    assert "Я поставив 4:30" in patient.text
    await patient.taps("Зберегти")
    await patient.taps("Так, зберегти")
    assert "о 4:30" in patient.text


async def test_reminders_of_one_appointment_are_switched_alone(diary: Diary) -> None:
    patient = await diary.keeps("у п'ятницю о 12 кардіолог")
    await diary.keeps("у п'ятницю о 16 стоматолог")
    await patient.taps("Мої нагадування")
    await patient.taps("1. 27 листопада, 12:00, кардіолог")
    await patient.taps("Коли нагадати")
    assert "26 листопада" in patient.text or "Завтра о 18:00" in patient.text
    await patient.taps("✓ За 2 години: так")
    assert "Сьогодні о 10:00" not in patient.text
    assert "За 2 години: ні" in patient.buttons
    assert await diary.at(datetime(2026, 11, 27, 10, 0)) != []  # the day before, late
    await patient.says("/reminders")
    assert await diary.at(datetime(2026, 11, 27, 14, 0)) == ["🔔 Нагадування: сьогодні о 16:00"]


async def test_reminders_of_one_appointment_follow_the_others_again(diary: Diary) -> None:
    patient = await diary.keeps("у п'ятницю о 12 кардіолог")
    await patient.taps("Мої нагадування")
    await patient.taps("1. 27 листопада, 12:00, кардіолог")
    await patient.taps("Коли нагадати")
    for label in ("✓ За 3 дні: так", "✓ За день: так", "✓ За 2 години: так"):
        await patient.taps(label)
    assert "Нагадувань не буде" in patient.text
    await patient.taps("Як для всіх візитів")
    assert "✓ За день: так" in patient.buttons
    assert await diary.at(datetime(2026, 11, 26, 18, 0)) == ["🔔 Нагадування: завтра о 12:00"]
