"""Appointments and reminders as a patient meets them: add, be reminded, answer, cancel, stop."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from bot.db.cipher import new_key
from bot.domain.reminders import KYIV_ZONE, moment_of
from tests.dialogs.clinics import a_country_of_doctors, town_with_doctors
from tests.town import town_with_bot

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.town import Patient, Town

WEDNESDAY = datetime(2026, 11, 25, 11, 30)
SENTENCE = "завтра о 9 кардіолог на Шевченка 5"


@dataclass
class Diary:
    """A town with a patient whose wall clock shows 11:30 of Wednesday, 25 November 2026."""

    town: Town
    patient: Patient

    async def at(self, wall: datetime) -> list[str]:
        """Let the clock show `wall` in Kyiv; gives what the bot said by itself."""
        moment = moment_of(wall, KYIV_ZONE)
        await self.town.call("POST", "/sim/clock", {"set": moment.isoformat()})
        await self.patient.looks()
        return [message.text for message in self.patient.new]

    async def says(self, text: str) -> Patient:
        return await self.patient.says(text)

    async def keeps(self, sentence: str = SENTENCE) -> Patient:
        """Add an appointment in one line, and agree to what is stored."""
        await self.patient.says(sentence)
        await self.patient.taps("Зберегти")
        if "Так, зберегти" in self.patient.buttons:
            await self.patient.taps("Так, зберегти")
        return self.patient


@pytest.fixture
async def diary(tmp_path: Path) -> AsyncIterator[Diary]:
    async with town_with_bot(tmp_path, encryption_keys=new_key()) as town:
        patient = await town.patient()
        diary = Diary(town, patient)
        await diary.at(WEDNESDAY)
        await patient.says("/start")
        yield diary


async def test_empty_list_says_what_to_do(diary: Diary) -> None:
    patient = await diary.says("Мої нагадування")
    assert "Візитів поки немає" in patient.text
    assert "Додати візит" in patient.buttons


async def test_appointment_is_added_with_buttons_alone(diary: Diary) -> None:
    patient = await diary.says("/reminders")
    await patient.taps("Додати візит")
    assert "Листопад 2026" in patient.buttons
    await patient.taps("›")
    assert "Грудень 2026" in patient.buttons
    await patient.taps("15")
    assert "15 грудня 2026" in patient.text
    await patient.taps("10:30")
    await patient.taps("Пропустити")
    assert "Ось що я зрозумів" in patient.text
    assert "15 грудня, вівторок, о 10:30" in patient.text
    await patient.taps("Зберегти")
    assert "Зберегти цей візит?" in patient.text, "asked before the first is stored"
    await patient.taps("Так, зберегти")
    assert patient.text.startswith("Збережено.")
    assert "14 грудня, понеділок, о 18:00" in patient.text, "when it reminds is said"
    await patient.taps("Мої нагадування")
    assert "Візит до лікаря" in patient.text


async def test_past_days_of_the_calendar_are_answered_and_not_taken(diary: Diary) -> None:
    patient = await diary.says("/reminders")
    await patient.taps("Додати візит")
    await patient.taps("·")
    assert "Цей день минув" in patient.alert or "Натисніть число" in patient.alert
    assert "24" not in patient.buttons
    assert "25" in patient.buttons


async def test_appointment_is_added_in_one_sentence(diary: Diary) -> None:
    patient = await diary.says(SENTENCE)
    assert "Завтра о 9:00" in patient.text
    assert "Кардіолог" in patient.text
    assert "Де: на Шевченка 5" in patient.text
    await patient.taps("Зберегти")
    await patient.taps("Так, зберегти")
    assert "Збережено." in patient.text
    await diary.says("у п'ятницю о пів на третю стоматолог")
    await patient.taps("Зберегти")
    assert "Збережено." in patient.text, "whoever agreed once is not asked again"
    await diary.says("Мої нагадування")
    assert "1. Завтра о 9:00\nКардіолог, на Шевченка 5" in patient.text
    assert "о 14:30\nСтоматолог" in patient.text


async def test_only_what_is_missing_is_asked(diary: Diary) -> None:
    patient = await diary.says("через два тижні вранці УЗД натще")
    assert "О котрій?" in patient.text
    await patient.says("нескоро")
    assert "Я не знайшов часу" in patient.text
    await patient.says("о пів на дев'яту")
    assert "9 грудня, середа, о 8:30" in patient.text
    assert "УЗД натще" in patient.text
    await patient.taps("Змінити")
    await patient.taps("Що і де")
    await patient.says("УЗД серця <b>, кабінет 12")
    assert "УЗД серця <b>\nДе: кабінет 12" in patient.text
    await patient.taps("Не зберігати")
    await diary.says("/reminders")
    assert "Візитів поки немає" in patient.text


async def test_line_without_a_day_is_answered_kindly(diary: Diary) -> None:
    patient = await diary.says("/reminders")
    await patient.taps("Додати візит")
    await patient.says("кардіолог")
    assert "Я не знайшов дня" in patient.text
    await patient.says("завтра")
    assert "О котрій?" in patient.text
    await patient.taps("Інший час")
    await patient.says("10")
    assert "Кардіолог" in patient.text
    assert "Завтра о 10:00" in patient.text


async def test_time_that_has_passed_is_not_taken(diary: Diary) -> None:
    patient = await diary.says("сьогодні о 9 терапевт")
    assert "Цей час уже минув" in patient.text


async def test_questions_and_searches_are_no_appointments(diary: Diary) -> None:
    patient = await diary.says("чи працює кардіолог у вівторок о 9?")
    assert "Ось що я зрозумів" not in patient.text
    await diary.says("кардіолог вінниця")
    assert "Який день?" not in patient.text


async def test_patient_is_reminded_neutrally_and_comes(diary: Diary) -> None:
    patient = await diary.keeps("у п'ятницю о 12 кардіолог")
    assert await diary.at(datetime(2026, 11, 26, 17, 59)) == []
    assert await diary.at(datetime(2026, 11, 26, 18, 0)) == ["🔔 Нагадування: завтра о 12:00"]
    await patient.taps("Показати")
    assert "Кардіолог" in patient.text
    assert await diary.at(datetime(2026, 11, 27, 10, 0)) == ["🔔 Нагадування: сьогодні о 12:00"]
    await patient.taps("Буду")
    assert "Ви відповіли: буду." in patient.text


async def test_who_cannot_come_hears_whom_to_call_and_can_move_it(diary: Diary) -> None:
    patient = await diary.keeps("у п'ятницю о 12 кардіолог")
    await diary.at(datetime(2026, 11, 26, 18, 0))
    await patient.taps("Не зможу")
    assert "Зателефонуйте в реєстратуру" in patient.text
    assert "Добрий день. Я маю запис на 27 листопада, 12:00" in patient.text
    assert "Скопіювати слова" in patient.buttons
    await patient.taps("Перенести")
    assert "Який день?" in patient.text
    await patient.says("6 грудня о 15:00")
    assert "6 грудня, неділя, о 15:00" in patient.text
    await patient.taps("Зберегти")
    assert "Збережено." in patient.text
    assert await diary.at(datetime(2026, 11, 27, 10, 0)) == [], "the old time is forgotten"
    assert await diary.at(datetime(2026, 12, 5, 18, 0)) == ["🔔 Нагадування: завтра о 15:00"]


async def test_reminder_can_be_put_off(diary: Diary) -> None:
    patient = await diary.keeps("у п'ятницю о 12 кардіолог")
    await diary.at(datetime(2026, 11, 26, 18, 0))
    await patient.taps("Нагадати пізніше")
    await patient.taps("За 2 години")
    assert "Нагадаю: Сьогодні о 20:00." in patient.text
    assert await diary.at(datetime(2026, 11, 26, 20, 1)) == ["🔔 Нагадування: завтра о 12:00"]


async def test_appointment_is_cancelled_in_two_steps(diary: Diary) -> None:
    patient = await diary.keeps("у п'ятницю о 12 кардіолог")
    await patient.taps("Мої нагадування")
    await patient.taps("1. 27 листопада, 12:00, кардіолог")
    await patient.taps("Скасувати")
    assert "Скасувати цей візит?" in patient.text
    await patient.taps("← Назад")
    await patient.taps("Скасувати")
    await patient.taps("Так, скасувати")
    assert "Скасовано." in patient.text
    await patient.taps("Мої нагадування")
    assert "Візитів поки немає" in patient.text
    assert await diary.at(datetime(2026, 11, 26, 18, 0)) == []


async def test_appointment_repeats_in_a_month_and_goes_into_a_calendar(diary: Diary) -> None:
    patient = await diary.keeps("у п'ятницю о 12 кардіолог")
    await patient.taps("У календар телефона")
    assert patient.last.kind == "document"
    await diary.says("/reminders")
    await patient.taps("1. 27 листопада, 12:00, кардіолог")
    await patient.taps("Ще раз через місяць")
    assert "27 грудня, неділя, о 12:00" in patient.text
    await patient.taps("Зберегти")
    await patient.taps("Мої нагадування")
    assert "1. 27 листопада, 12:00, кардіолог" in patient.buttons
    assert "2. 27 грудня, 12:00, кардіолог" in patient.buttons


async def test_patient_chooses_when_and_how_to_be_reminded(diary: Diary) -> None:
    patient = await diary.keeps("у п'ятницю о 12 кардіолог")
    await diary.says("/reminders")
    await patient.taps("Коли нагадувати")
    await patient.taps("✓ За день: так")
    assert "За день: ні" in patient.buttons
    await patient.taps("Одразу показувати лікаря й адресу")
    await patient.taps("Тихі години")
    await patient.taps("З 23:00 до 7:00")
    assert "Тихі години: з 23:00 до 7:00" in patient.text
    await patient.taps("Я в іншій країні")
    await patient.taps("Варшава")
    assert "Час за містом: Варшава" in patient.text
    assert await diary.at(datetime(2026, 11, 26, 19, 0)) == []
    told = await diary.at(datetime(2026, 11, 27, 10, 0))
    assert told == ["🔔 Нагадування: сьогодні об 11:00 (у Києві 12:00)\nкардіолог"]


async def test_stop_silences_everything_and_says_how_to_come_back(diary: Diary) -> None:
    patient = await diary.keeps("у п'ятницю о 12 кардіолог")
    await patient.says("/stop")
    assert "Я більше не писатиму вам першим" in patient.text
    assert "«Мої нагадування» → «Коли нагадувати»" in patient.text
    assert await diary.at(datetime(2026, 11, 26, 18, 0)) == []
    await patient.says("/reminders")
    assert "Нагадування вимкнені" in patient.text
    await patient.taps("Увімкнути нагадування")
    assert await diary.at(datetime(2026, 11, 27, 10, 0)) == ["🔔 Нагадування: сьогодні о 12:00"]


async def test_button_of_a_forgotten_appointment_says_so(diary: Diary) -> None:
    patient = await diary.keeps("у п'ятницю о 12 кардіолог")
    await diary.at(datetime(2026, 11, 26, 18, 0))
    pushed = patient.last
    await patient.says("/delete_my_data")
    await patient.taps("Так, видалити")
    await patient.taps("Буду", pushed)
    assert "Цього візиту вже немає" in patient.everything


async def test_appointment_is_added_from_a_doctors_card(tmp_path: Path) -> None:
    exports = a_country_of_doctors()
    async with town_with_doctors(tmp_path, exports, encryption_keys=new_key()) as town:
        patient = await town.patient()
        await patient.says("/doctor")
        await patient.taps("Лікар для декларації")
        await patient.taps("Для дорослого")
        await patient.says("шевченко львів")
        await patient.taps("1. Шевченко Оксана Петрівна")
        await patient.taps("Додати візит")
        assert "Шевченко Оксана Петрівна" in patient.text
        await patient.says("завтра об 11")
        assert "Завтра об 11:00" in patient.text
        assert "Де: Амбулаторія Сихів" in patient.text
        await patient.taps("Зберегти")
        await patient.taps("Так, зберегти")
        assert "Збережено." in patient.text


async def test_without_keys_the_section_says_how_to_remind_oneself(tmp_path: Path) -> None:
    async with town_with_bot(tmp_path, encryption_keys=None) as town:
        patient = await (await town.patient()).says("/start")
        await patient.taps("Мої нагадування")
        assert "без моїх нагадувань" in patient.text
        await patient.says("завтра о 9 кардіолог")
        assert "Ось що я зрозумів" not in patient.text
        await patient.says("/stop")
        assert "Нагадувань я тут не надсилаю" in patient.text
