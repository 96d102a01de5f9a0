"""People whom a patient looks after: whose an appointment is, and the birthdays of children."""

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

    from tests.town import Patient


@pytest.fixture
async def diary(tmp_path: Path) -> AsyncIterator[Diary]:
    async with town_with_bot(tmp_path, encryption_keys=new_key()) as town:
        diary = Diary(town, await town.patient())
        await diary.at(WEDNESDAY)
        yield diary


async def add(patient: Patient, name: str, born: str = "") -> None:
    await patient.says("/reminders")
    await patient.taps("Про кого я дбаю")
    await patient.taps("Додати людину")
    await patient.says(name)
    await (patient.says(born) if born else patient.taps("Без дати"))


async def test_whoever_looks_after_nobody_is_not_asked_for_whom(diary: Diary) -> None:
    patient = await diary.says("завтра о 9 кардіолог")
    assert "Ось що я зрозумів" in patient.text
    await patient.taps("Це для іншої людини")
    await patient.says("мама <Оля>")
    assert "Для кого: мама <Оля>" in patient.text
    assert "Це для іншої людини" not in patient.buttons
    await diary.saves()
    assert "Для кого: мама <Оля>" in patient.text
    await diary.says("післязавтра о 10 УЗД")
    assert "Для кого цей візит?" in patient.text, "now there is somebody"
    await patient.taps("Для мене")
    await diary.saves()
    await patient.taps("Мої нагадування")
    assert "Кардіолог, мама <Оля>" in patient.text
    assert "УЗД, мама" not in patient.text


async def test_dropped_appointment_keeps_no_person(diary: Diary) -> None:
    patient = await diary.says("завтра о 9 кардіолог")
    await patient.taps("Це для іншої людини")
    await patient.says("мама")
    await patient.taps("Не зберігати")
    await diary.says("/reminders")
    await patient.taps("Про кого я дбаю")
    assert "Досить імені" in patient.text


async def test_name_is_hidden_on_the_lock_screen_and_shown_after_a_tap(diary: Diary) -> None:
    patient = diary.patient
    await add(patient, "мама")
    await diary.says("у п'ятницю о 12 кардіолог")
    await patient.taps("1. мама")
    await diary.saves()
    assert await diary.at(datetime(2026, 11, 26, 18, 0)) == ["🔔 Нагадування: завтра о 12:00"]
    await patient.taps("Показати")
    assert "Для кого: мама" in patient.text
    await diary.says("/reminders")
    await patient.taps("Коли нагадувати")
    await patient.taps("Одразу показувати лікаря й адресу")
    (told,) = await diary.at(datetime(2026, 11, 27, 10, 0))
    assert "кардіолог, мама" in told


async def test_for_whom_can_be_changed(diary: Diary) -> None:
    patient = diary.patient
    await add(patient, "мама")
    await diary.says("у п'ятницю о 12 кардіолог")
    await patient.taps("1. мама")
    await patient.taps("Змінити")
    await patient.taps("Для кого")
    await patient.taps("Для мене")
    assert "Для кого" not in patient.text
    await patient.taps("Змінити")
    await patient.taps("Для кого")
    await patient.taps("Для іншої людини")
    await patient.says("тато")
    await diary.saves()
    assert "Для кого: тато" in patient.text
    await patient.taps("Мої нагадування")
    await patient.taps("1. 27 листопада, 12:00, кардіолог")
    await patient.taps("Ще раз через місяць")
    await diary.saves()
    assert "Для кого: тато" in patient.text


async def test_person_is_renamed_and_removed_with_their_appointments(diary: Diary) -> None:
    patient = diary.patient
    await add(patient, "мама")
    await diary.says("у п'ятницю о 12 кардіолог")
    await patient.taps("1. мама")
    await diary.saves()
    await patient.taps("Мої нагадування")
    await patient.taps("Про кого я дбаю")
    await patient.taps("1. мама")
    assert "Попереду 1 візит." in patient.text
    await patient.taps("Змінити ім'я")
    await patient.says("х" * 61)
    assert "Це задовго" in patient.text
    await patient.says("мама Оля")
    assert "мама Оля" in patient.text
    await patient.taps("Прибрати зі списку")
    assert "Видалю також 1 візит" in patient.text
    await patient.taps("Так, прибрати")
    assert "Досить імені" in patient.text
    assert await diary.at(datetime(2026, 11, 26, 18, 0)) == []


async def test_seventh_person_is_not_offered(diary: Diary) -> None:
    patient = diary.patient
    for name in ("мама", "тато", "син", "донька", "бабуся", "дід"):
        await add(patient, name)
    await diary.says("/reminders")
    await patient.taps("Про кого я дбаю")
    assert "Більше додати не можна" in patient.text
    assert "Додати людину" not in patient.buttons
    await diary.says("завтра о 9 кардіолог")
    assert "6. дід" in patient.buttons
    assert "Для іншої людини" not in patient.buttons


async def test_birthday_that_changes_rights_is_reminded_of(diary: Diary) -> None:
    patient = diary.patient
    await add(patient, "Андрійко", "5.12.2012")
    assert "Нагадаю 5 грудня 2026 року: 14 років." in patient.text
    assert "Нагадаю 5 грудня 2030 року: 18 років." in patient.text
    await patient.taps("Мої нагадування")
    assert "Візитів поки немає" in patient.text, "a birthday is no visit"
    (told,) = await diary.at(datetime(2026, 12, 5, 10, 0))
    assert "Андрійко" not in told
    await patient.taps("Показати")
    assert "Андрійко: 14 років" in patient.text
    assert "самостійно, з паспортом" in patient.text
    assert "Перевірено" in patient.text, "with its source and date"


async def test_birth_date_can_be_left_out_changed_and_deleted(diary: Diary) -> None:
    patient = diary.patient
    await add(patient, "Софійка", "торік")
    assert "Софійка: яка дата народження?" in patient.text
    await patient.says("1.02.1950")
    assert "уже є 18 років" in patient.text, "what is of no use is not kept"
    await patient.taps("Софійка")
    await patient.taps("Дата народження")
    await patient.says("26 листопада 2012")
    assert "Нагадаю 26 листопада 2026 року: 14 років." in patient.text
    await patient.taps("Дата народження")
    await patient.taps("Видалити дату")
    assert "Дата народження:" not in patient.text
    assert await diary.at(datetime(2026, 11, 26, 10, 0)) == []


async def test_button_of_a_removed_person_shows_the_list(diary: Diary) -> None:
    patient = diary.patient
    await add(patient, "мама")
    card = patient.last
    await diary.says("/reminders")
    await patient.taps("Про кого я дбаю")
    await patient.taps("1. мама")
    await patient.taps("Прибрати зі списку")
    await patient.taps("Так, прибрати")
    await patient.taps("Змінити ім'я", card)
    assert "Досить імені" in patient.everything
    await diary.says("завтра о 9 кардіолог")
    assert "Для кого" not in patient.text
