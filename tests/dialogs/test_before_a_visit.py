"""What a patient finds before a visit: how to prepare, and the way there."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from bot.db.cipher import new_key
from bot.domain.reminders import KYIV_ZONE, moment_of
from tests.dialogs.clinics import a_country_of_doctors, town_with_doctors
from tests.town import town_with_bot

if TYPE_CHECKING:
    from pathlib import Path

    from tests.town import Patient


async def keeps(patient: Patient, line: str) -> None:
    await patient.says(line)
    await patient.taps("Зберегти")
    await patient.taps("Так, зберегти")
    assert "Збережено." in patient.text


async def test_patient_is_told_how_to_prepare_the_day_before(tmp_path: Path) -> None:
    async with town_with_bot(tmp_path, encryption_keys=new_key()) as town:
        patient = await (await town.patient()).says("/start")
        await keeps(patient, "у п'ятницю о 12 УЗД живота")
        moment = moment_of(datetime(2026, 11, 26, 18, 0), KYIV_ZONE)
        await town.call("POST", "/sim/clock", {"set": moment.isoformat()})
        await patient.looks()
        assert patient.text == "🔔 Нагадування: завтра о 12:00", "the lock screen tells nothing"
        await patient.taps("Як підготуватися")
        assert "Не їжте 6–8 годин" in patient.text
        assert "Головне – вказівки вашого лікаря чи лабораторії" in patient.text
        assert "Джерело:" in patient.text
        await patient.taps("Що взяти із собою")
        assert "перелік ліків" in patient.text
        await patient.taps("← Назад")
        assert "УЗД живота" in patient.text
        await patient.taps("Як підготуватися")
        assert "Не їжте 6–8 годин" in patient.text
        await patient.says("/delete_my_data")
        await patient.taps("Так, видалити")
        await patient.taps("Аналіз крові", patient.messages[-3])
        assert "Цього візиту вже немає" in patient.everything


async def test_visit_at_a_facility_is_shown_on_the_map(tmp_path: Path) -> None:
    exports = a_country_of_doctors()
    async with town_with_doctors(tmp_path, exports, encryption_keys=new_key()) as town:
        patient = await town.patient()
        await patient.says("/doctor")
        await patient.taps("Лікар для декларації")
        await patient.taps("Для дорослого")
        await patient.says("шевченко львів")
        await patient.taps("1. Шевченко Оксана Петрівна")
        await patient.taps("Додати візит")
        await patient.says("завтра об 11")
        await patient.taps("Зберегти")
        await patient.taps("Так, зберегти")
        await patient.taps("Мої нагадування")
        card = next(label for label in patient.buttons if label.startswith("1. "))
        await patient.taps(card)
        await patient.taps("Показати на карті")
        assert patient.last.kind == "venue"
        assert "Відкрити карту" in patient.buttons


async def test_line_with_two_days_is_asked_about_and_loses_nothing(tmp_path: Path) -> None:
    async with town_with_bot(tmp_path, encryption_keys=new_key()) as town:
        patient = await (await town.patient()).says("/start")
        await patient.says("у вівторок або середу о 10:00 кардіолог у міській лікарні")
        assert "Який день?" in patient.text
        await patient.says("в среду")
        assert "о 10:00" in patient.text
        assert "Кардіолог\nДе: у міській лікарні" in patient.text
