"""Reminders in the patient's own words: put together, pushed, answered, changed, stopped."""

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

NEUTRAL = "🔔 Нагадування: ви просили нагадати. Натисніть «Показати»."


@pytest.fixture
async def diary(tmp_path: Path) -> AsyncIterator[Diary]:
    async with town_with_bot(tmp_path, encryption_keys=new_key()) as town:
        diary = Diary(town, await town.patient())
        await diary.at(WEDNESDAY)
        yield diary


async def begin(patient: Patient) -> Patient:
    await patient.says("/reminders")
    await patient.taps("Свої нагадування")
    await patient.taps("Додати своє нагадування")
    return patient


async def test_every_morning_is_understood_from_one_line(diary: Diary) -> None:
    patient = await begin(diary.patient)
    assert "Про що нагадувати?" in patient.text
    await patient.says("вимірювати тиск щоранку <b>")
    assert "Вимірювати тиск <b>\nЩодня, 8:00" in patient.text
    await patient.taps("Зберегти")
    assert "Зберегти це нагадування?" in patient.text, "asked before the first is stored"
    await patient.taps("Так, зберегти")
    assert "Наступне: Завтра о 8:00" in patient.text
    await diary.says("/reminders")
    assert "• Щодня, 8:00: Вимірювати тиск <b>" in patient.text


async def test_only_what_is_missing_is_asked(diary: Diary) -> None:
    patient = await begin(diary.patient)
    await patient.says("о пів на дев'яту")
    assert "Я не зрозумів, про що нагадувати" in patient.text
    await patient.says("робити вправи")
    assert "Як часто?" in patient.text
    await patient.taps("У певні дні тижня")
    assert "Готово" not in patient.buttons, "no day is chosen yet"
    await patient.taps("пн")
    await patient.taps("чт")
    await patient.taps("пт")
    await patient.taps("✓ пт")
    await patient.taps("Готово")
    assert "О котрій?" in patient.text
    await patient.says("колись")
    assert "Я не знайшов часу" in patient.text
    await patient.taps("18:00")
    assert "Щотижня: пн, чт, 18:00" in patient.text
    await patient.taps("Змінити")
    await patient.taps("До якого дня")
    await patient.says("учора")
    assert "Я не знайшов дня, який ще попереду" in patient.text
    await patient.says("10 грудня")
    assert "Останній день: 10 грудня 2026" in patient.text
    await diary.saves()
    assert patient.text.startswith("Збережено.")
    heard = [day for day in range(1, 15) if await diary.at(datetime(2026, 12, day, 18, 0))]
    assert heard == [3, 7, 10]


async def test_reminder_that_comes_once(diary: Diary) -> None:
    patient = await begin(diary.patient)
    await patient.says("замовити ліки")
    await patient.taps("Один раз")
    await patient.taps("Завтра")
    await patient.taps("9:00")
    await diary.saves()
    assert patient.text.startswith("Збережено.")
    assert await diary.at(datetime(2026, 11, 26, 9, 0)) == [NEUTRAL]
    assert "Більше не нагадувати" not in patient.buttons, "it does not come again anyway"
    await patient.taps("Зроблено")
    assert patient.text == "Чудово, зроблено!"
    await patient.taps("Свої нагадування")
    assert "Їх поки немає" in patient.text


async def test_time_of_today_that_has_passed_is_not_taken(diary: Diary) -> None:
    patient = await begin(diary.patient)
    await patient.says("замовити ліки")
    await patient.taps("Один раз")
    await patient.taps("Сьогодні")
    await patient.taps("9:00")
    await patient.taps("Зберегти")
    await patient.taps("Так, зберегти")
    assert "Цей час уже минув" in patient.text
    await patient.taps("Змінити")
    await patient.taps("Час")
    await patient.taps("12:00")
    await diary.saves()
    assert patient.text.startswith("Збережено.")


async def test_line_that_nobody_asked_for_begins_one(diary: Diary) -> None:
    patient = await diary.says("пити ліки щодня о 9")
    assert "Пити ліки\nЩодня, 9:00" in patient.text
    await patient.taps("Не зберігати")
    await diary.says("чи можна пити ліки щодня о 9?")
    assert "Ось що я зрозумів" not in patient.text


async def test_pushed_reminder_is_neutral_put_off_and_done(diary: Diary) -> None:
    patient = await diary.says("пити ліки щодня о 9")
    await diary.saves()
    assert await diary.at(datetime(2026, 11, 26, 9, 0)) == [NEUTRAL]
    await patient.taps("Показати")
    assert patient.text == "Ви просили нагадати:\nПити ліки"
    await patient.taps("Нагадати пізніше")
    await patient.taps("За 2 години")
    assert await diary.at(datetime(2026, 11, 26, 11, 1)) == [NEUTRAL]
    await patient.taps("Зроблено")
    assert "Наступне: Завтра о 9:00" in patient.text


async def test_what_is_done_does_not_come_again_for_having_been_put_off(diary: Diary) -> None:
    patient = await diary.says("пити ліки щодня о 9")
    await diary.saves()
    await diary.at(datetime(2026, 11, 26, 9, 0))
    earlier = patient.last
    await diary.at(datetime(2026, 11, 27, 9, 0))
    await patient.taps("Нагадати пізніше")
    await patient.taps("За 2 години")
    await patient.taps("Зроблено", earlier)
    assert await diary.at(datetime(2026, 11, 27, 11, 1)) == []
    assert await diary.at(datetime(2026, 11, 28, 9, 0)) == [NEUTRAL]


async def test_words_stand_on_the_lock_screen_only_where_the_patient_wishes(diary: Diary) -> None:
    patient = await diary.says("пити ліки щодня о 9")
    await diary.saves()
    assert patient.text.startswith("Збережено.")
    await diary.says("/reminders")
    await patient.taps("Коли нагадувати")
    await patient.taps("Одразу показувати лікаря й адресу")
    assert await diary.at(datetime(2026, 11, 26, 9, 0)) == ["🔔 Нагадування: пити ліки"]
    assert "Показати" not in patient.buttons


async def test_reminder_is_stopped_from_its_push(diary: Diary) -> None:
    patient = await diary.says("пити ліки щодня о 9")
    await diary.saves()
    assert patient.text.startswith("Збережено.")
    await diary.at(datetime(2026, 11, 26, 9, 0))
    await patient.taps("Більше не нагадувати")
    assert "Більше не нагадувати про це?" in patient.text
    await patient.taps("Так, більше не треба")
    assert await diary.at(datetime(2026, 11, 27, 9, 0)) == []
    await diary.says("/reminders")
    assert "Свої нагадування" not in patient.text


async def test_reminder_is_changed_in_the_list(diary: Diary) -> None:
    patient = await diary.says("пити ліки щодня о 9")
    await diary.saves()
    assert patient.text.startswith("Збережено.")
    await patient.taps("Свої нагадування")
    await patient.taps("1. пити ліки")
    await patient.taps("Змінити")
    await patient.taps("Змінити")
    await patient.taps("Слова")
    await patient.says("пити вітаміни")
    await patient.taps("Змінити")
    await patient.taps("Час")
    await patient.says("10:30")
    assert "Пити вітаміни\nЩодня, 10:30" in patient.text
    await diary.saves()
    assert patient.text.startswith("Збережено.")
    assert await diary.at(datetime(2026, 11, 26, 9, 0)) == []
    assert len(await diary.at(datetime(2026, 11, 26, 10, 30))) == 1


async def test_button_of_a_stopped_reminder_says_so(diary: Diary) -> None:
    patient = await diary.says("пити ліки щодня о 9")
    await diary.saves()
    assert patient.text.startswith("Збережено.")
    await diary.at(datetime(2026, 11, 26, 9, 0))
    pushed = patient.last
    await diary.says("/delete_my_data")
    await patient.taps("Так, видалити")
    await patient.taps("Більше не нагадувати", pushed)
    assert "Це нагадування більше не приходить" in patient.everything


@pytest.mark.parametrize("line", ["вимірювати тиск щоранку", "завтра о 9 кардіолог"])
async def test_question_beside_a_card_is_answered_and_the_card_still_holds(
    diary: Diary, line: str
) -> None:
    patient = diary.patient
    await patient.says(line)
    card = patient.last
    await patient.says("з мене вимагають папір")
    assert "Від вас вимагають папір" in patient.text
    await patient.says("код 300")
    assert "Від вас вимагають папір" in patient.text
    await patient.taps("Зберегти", on=card)
    await patient.taps("Так, зберегти")
    kept = next(seen for seen in patient.messages if seen.id == card.id)
    assert kept.text.startswith("Збережено.")


async def test_line_about_time_mends_the_card(diary: Diary) -> None:
    patient = diary.patient
    await patient.says("вимірювати тиск щоранку")
    await patient.says("о 7:30")
    assert "Вимірювати тиск\nЩодня, 7:30" in patient.text
