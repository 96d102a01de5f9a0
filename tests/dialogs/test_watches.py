"""Watching a full doctor: asked before anything is stored, told once, ended with a tap."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bot.domain.directory.records import Export
from tests.dialogs.clinics import KYIV_DOCTORS, a_country_of_doctors, town_with_doctors
from tests.integration.db.directory.exports import uuid_of
from tests.town import town_with_bot

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.integration.db.directory.exports import Exports
    from tests.town import Patient, Town

BONDAR, AVRAMENKO, BABENKO = "Бондар Марія Іванівна", KYIV_DOCTORS[0], KYIV_DOCTORS[1]
WATCH = "🔔 Сповістити про вільне місце"
NEWS = "Є новина про лікаря, за яким ви стежите."
STOP = "Більше не стежити"


@dataclass
class Country:
    """A town whose directory the test changes from day to day; Бондар and Авраменко are full."""

    town: Town
    exports: Exports
    database: Path

    def key(self, person: str) -> int:
        found = self._ask("select key from directory_doctors where party_id = ?", uuid_of(person))
        return int(found[0][0])

    def stored(self) -> int:
        return len(self._ask("select * from watches"))

    async def day_after(self, hours: float = 24, **free: int) -> None:
        """A day later; `free` places by the names in `PEOPLE`."""
        for name, places in free.items():
            self.exports.limit(PEOPLE[name], 900, 900 - places)
        day = date.fromisoformat(self.exports.date or "") + timedelta(days=1)
        self.exports.date, self.exports.changed = day.isoformat(), {"Бондар Марія Іванівна"}
        await self.town.advance(hours=hours)

    async def card(self, patient: Patient, person: str = BONDAR) -> Patient:
        return await patient.says(f"/start doc-{self.key(person)}")

    async def watcher(self, person: str = BONDAR) -> Patient:
        """A patient who watches `person` and has agreed to it."""
        patient = await self.town.patient()
        await self.card(patient, person)
        await patient.taps(WATCH)
        return await patient.taps("Так, стежити")

    def _ask(self, question: str, *values: object) -> list[tuple[Any, ...]]:
        with sqlite3.connect(self.database) as connection:
            rows = connection.execute(question, values).fetchall()
        connection.close()
        return rows


PEOPLE = {"bondar": BONDAR, "avramenko": AVRAMENKO}


async def news(patient: Patient) -> list[str]:
    """What the bot said by itself since the last look."""
    await patient.looks()
    return [message.text for message in patient.new]


@pytest.fixture
async def country(tmp_path: Path) -> AsyncIterator[Country]:
    exports = a_country_of_doctors()
    async with town_with_doctors(tmp_path, exports) as town:
        yield Country(town, exports, tmp_path / "bot.sqlite3")


async def test_patient_agrees_before_anything_is_stored(country: Country) -> None:
    patient = await country.town.patient()
    await country.card(patient)
    await patient.taps(WATCH)
    assert "Я збережу, за ким ви стежите, і номер цього чату" in patient.text
    assert f"«{STOP}»" in patient.text
    assert country.stored() == 0
    await patient.taps("Ні")
    assert BONDAR in patient.text
    assert country.stored() == 0
    await patient.taps(WATCH)
    await patient.taps("Так, стежити")
    assert patient.text.startswith("Стежу.")
    assert country.stored() == 1
    await country.card(patient, AVRAMENKO)
    await patient.taps(WATCH)
    assert patient.text.startswith("Стежу."), "whoever agreed once is not asked again"


async def test_only_a_full_doctor_can_be_watched(country: Country) -> None:
    patient = await country.town.patient()
    await country.card(patient, BABENKO)
    assert WATCH not in patient.buttons
    data = f"watch1:{country.key(BABENKO)}:1"
    keyboard = {"inline_keyboard": [[{"text": "Стара кнопка", "callback_data": data}]]}
    await country.town.as_bot("sendMessage", chat_id=patient.id, text="?", reply_markup=keyboard)
    await patient.looks()
    await patient.taps("Стара кнопка")
    assert "У лікаря вже є вільні місця" in patient.text
    assert country.stored() == 0


async def test_patient_is_told_once_without_names(country: Country) -> None:
    patient = await country.watcher()
    await country.day_after()
    assert await news(patient) == []
    await country.day_after(bondar=3)
    assert await news(patient) == [NEWS]
    assert patient.buttons[:3] == ["Відкрити картку", "Стежити знову", STOP]
    await patient.taps("Відкрити картку")
    assert BONDAR in patient.text
    assert "Вільних місць: 3" in patient.text
    await country.day_after(bondar=5)
    await country.day_after(bondar=0)
    await country.day_after(bondar=2)
    assert await news(patient) == []


async def test_nobody_is_woken(country: Country) -> None:
    patient = await country.watcher()
    await country.day_after(hours=35, bondar=3)  # 22:00 in Kyiv
    assert await news(patient) == []
    await country.town.advance(hours=9)
    assert await news(patient) == []
    await country.town.advance(hours=1.5)
    assert await news(patient) == [NEWS]


async def test_news_of_several_doctors_is_one_message(country: Country) -> None:
    patient = await country.watcher()
    await country.card(patient, AVRAMENKO)
    await patient.taps(WATCH)
    await country.day_after(bondar=3, avramenko=1)
    assert await news(patient) == ["Є новини про лікарів, за якими ви стежите."]
    await patient.taps("Показати новину")
    assert "Вільних місць: 3" in patient.text
    assert "Вільних місць: 1" in patient.text
    await patient.taps(f"1. {BONDAR}")
    assert {"Відкрити картку", "Стежити знову", STOP} <= set(patient.buttons)


async def test_patient_can_watch_again(country: Country) -> None:
    patient = await country.watcher()
    await country.day_after(bondar=3)
    assert await news(patient) == [NEWS]
    await patient.taps("Стежити знову")
    assert patient.text.startswith("Знову стежу.")
    await country.day_after(bondar=2)
    assert await news(patient) == [], "it was not full in between"
    await country.day_after(bondar=0)
    assert await news(patient) == []
    await country.day_after(bondar=1)
    assert await news(patient) == [NEWS]


async def test_patient_sees_the_list_and_stops(country: Country) -> None:
    patient = await country.watcher()
    await patient.taps("За ким я стежу")
    assert BONDAR in patient.text
    assert "Вільних місць немає" in patient.text
    await patient.taps(f"1. {BONDAR}")
    await patient.taps(STOP)
    assert "Більше не стежити?" in patient.text
    assert patient.last.button("Так, не стежити")["style"] == "danger"
    await patient.taps("← Назад")
    assert country.stored() == 1
    await patient.taps(STOP)
    await patient.taps("Так, не стежити")
    assert country.stored() == 0
    await patient.taps("За ким я стежу")
    assert "Ви ні за ким не стежите" in patient.text
    await country.day_after(bondar=3)
    assert await news(patient) == []


async def test_button_of_an_ended_watch_shows_the_list(country: Country) -> None:
    patient = await country.watcher()
    await country.day_after(bondar=3)
    await news(patient)
    told = patient.last
    await patient.taps(STOP, told)
    await patient.taps("Так, не стежити")
    old = f"wone1:{country.key(BONDAR)}"
    keyboard = {"inline_keyboard": [[{"text": "Стара кнопка", "callback_data": old}]]}
    await country.town.as_bot("sendMessage", chat_id=patient.id, text="?", reply_markup=keyboard)
    await patient.looks()
    await patient.taps("Стара кнопка")
    assert "Ви ні за ким не стежите" in patient.text


async def test_doctor_who_left_is_told_kindly_and_once(country: Country) -> None:
    patient = await country.watcher()
    country.exports.change(Export.EMPLOYEES, BONDAR, status="DISMISSED")
    await country.day_after()
    assert await news(patient) == [NEWS]
    await patient.taps("Показати новину")
    assert BONDAR in patient.text
    assert "Лікаря вже немає в довіднику" in patient.text
    assert "Знайти іншого лікаря" in patient.buttons
    await country.day_after()
    assert await news(patient) == []


async def test_eleventh_doctor_needs_room(country: Country) -> None:
    for doctor in KYIV_DOCTORS:
        country.exports.limit(doctor, 900, 900)
    await country.day_after()
    patient = await country.watcher()
    for doctor in KYIV_DOCTORS[:10]:
        await country.card(patient, doctor)
        await patient.taps(WATCH)
    assert "Лікарів, за якими ви стежите: 10" in patient.text
    assert country.stored() == 10
    await patient.taps("За ким я стежу")
    assert KYIV_DOCTORS[8] in patient.text


async def test_outage_of_telegram_only_postpones(country: Country) -> None:
    patient = await country.watcher()
    await country.town.fault("telegram", "500", match="sendMessage", times=1)
    await country.day_after(bondar=3)
    assert await news(patient) == []
    await country.town.advance(minutes=5)
    assert await news(patient) == [NEWS]


async def test_patient_who_blocked_the_bot_is_told_when_back(country: Country) -> None:
    patient = await country.watcher()
    await patient.blocks()
    await country.day_after(bondar=3)
    before = await country.town.last_call()
    await country.town.advance(minutes=5)
    assert not await country.town.calls(before), "who is away is not tried again"
    await patient.blocks(blocked=False)
    await country.town.advance(minutes=5)
    assert await news(patient) == [NEWS]


async def test_news_is_in_the_patients_language_at_that_time(country: Country) -> None:
    patient = await country.watcher()
    await patient.says("/settings")
    await patient.taps("English")
    await country.day_after(bondar=3)
    assert await news(patient) == ["There is news about the doctor you watch."]


async def test_forgotten_patient_hears_nothing(country: Country) -> None:
    patient = await country.watcher()
    await patient.says("/delete_my_data")
    await patient.taps("Так, видалити")
    assert country.stored() == 0
    await country.day_after(bondar=3)
    assert await news(patient) == []


async def test_directory_of_the_sandbox_can_be_played_with(tmp_path: Path) -> None:
    """As a person does it on the page: the world's own doctors, its desk and its clock."""
    async with town_with_bot(tmp_path) as town:
        day = (town.world.clock.now() + timedelta(days=1)).date()
        await town.call("POST", "/sim/clock", {"set": f"{day}T11:00:00+02:00"})
        doctors = (await town.call("GET", "/sim/doctors"))["doctors"]
        full = next(
            one
            for one in doctors
            if one["speciality"] == "FAMILY_DOCTOR" and one["free_places"] == 0
        )
        with sqlite3.connect(tmp_path / "bot.sqlite3") as connection:
            rows = connection.execute(
                "select key from directory_doctors where employee_id = ?", (full["employee_id"],)
            ).fetchall()
        connection.close()
        patient = await town.patient()
        await patient.says(f"/start doc-{rows[0][0]}")
        await patient.taps(WATCH)
        await patient.taps("Так, стежити")
        changed = {"employee_id": full["employee_id"], "free_places": 3}
        await town.call("POST", "/sim/doctors", changed)
        await town.advance(days=1)
        assert await news(patient) == [NEWS]
        await town.advance(days=1)
        assert await news(patient) == []
