"""A small country of invented doctors, whose exports a bot in a town reads over real HTTP."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from bot.domain.directory.records import Export
from tests.integration.db.directory.exports import LVIV, Exports
from tests.town import town_with_bot

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.town import Patient, Town

TUESDAY = "2026-11-24T11:00:00+02:00"
"""When the town begins: 11:00 in Kyiv; the exports are of the same day."""
NEAR_LVIV = {"latitude": 49.841, "longitude": 24.031}
WORKDAYS = ("mon", "tue", "wed", "thu", "fri")
VINNYTSIA = {"latitude": 28.47, "longitude": 49.23}  # swapped, as the source does it
KYIV_DOCTORS = tuple(f"{name} Ірина Олегівна" for name in (
    *("Авраменко", "Бабенко", "Василенко", "Гавриленко", "Демченко", "Єременко", "Захаренко"),
    *("Іваненко", "Кириленко", "Лисенко", "Марченко", "Назаренко"),
))  # fmt: skip


def a_country_of_doctors() -> Exports:
    exports = Exports(date="2026-11-24")
    exports.facility("Клініка Вигадана")
    _lviv(exports)
    _kyiv(exports)
    _vinnytsia(exports)
    return exports


def _lviv(exports: Exports) -> None:
    week = {day: [["08.00", "20.00"]] for day in WORKDAYS} | {"sat": [["09.00", "13.00"]]}
    place = _address("Львівська", "Львів", "Сихівська", "4")
    exports.division(
        "Амбулаторія Сихів", "Клініка Вигадана", addresses=[place], location=LVIV,
        working_hours=week,
    )  # fmt: skip
    village = _address("Львівська", "Зимна Вода", "Тиха", "1") | {
        "settlement_type": "VILLAGE", "region": "Львівський",
    }  # fmt: skip
    exports.division(
        "Амбулаторія Зимна Вода", "Клініка Вигадана", addresses=[village],
        location={"latitude": 49.82, "longitude": 23.90}, working_hours={},
    )  # fmt: skip
    _doctor(exports, "Шевченко Оксана Петрівна", "Амбулаторія Сихів", limit=1800, count=1586)
    exports.service("сімейна медицина", "Амбулаторія Зимна Вода", "FAMILY_DOCTOR")
    exports.role("сумісництво", "Шевченко Оксана Петрівна", "сімейна медицина")
    _doctor(
        exports, "Бондар Марія Іванівна", "Амбулаторія Сихів", "PEDIATRICIAN",
        limit=900, count=903,
    )  # fmt: skip
    _doctor(
        exports, "Коваль Андрій Степанович", "Амбулаторія Сихів", "THERAPIST",
        limit=2000, count=1999,
    )  # fmt: skip
    exports.change(Export.PARTIES, "Коваль Андрій Степанович", gender="MALE")
    _doctor(exports, "Мельник Галина Юріївна", "Амбулаторія Зимна Вода")


def _kyiv(exports: Exports) -> None:
    week = {day: [["08.00", "10.00"], ["14.00", "18.00"]] for day in WORKDAYS}
    exports.division("Амбулаторія Поділ", "Клініка Вигадана", working_hours=week)
    for number, name in enumerate(KYIV_DOCTORS):
        _doctor(exports, name, "Амбулаторія Поділ", limit=1800, count=1800 - number % 2)


def _vinnytsia(exports: Exports) -> None:
    exports.facility("Міська лікарня Вінниця", type="OUTPATIENT")
    place = _address("Вінницька", "Вінниця", "Київська", "68")
    exports.division(
        "Поліклініка Вінниця", "Міська лікарня Вінниця", addresses=[place], location=VINNYTSIA
    )
    _doctor(exports, "Гончар Петро Ілліч", "Поліклініка Вінниця", "CARDIOLOGY")
    exports.change(Export.EMPLOYEES, "Гончар Петро Ілліч", employee_type="SPECIALIST")
    exports.division(
        "Закрита поліклініка", "Міська лікарня Вінниця", addresses=[place], status="INACTIVE"
    )


def _doctor(
    exports: Exports, name: str, division: str, speciality: str = "FAMILY_DOCTOR", **limit: int
) -> None:
    exports.person(name, **limit)
    exports.employee(name, name, division, speciality={"speciality": speciality})


def _address(area: str, settlement: str, street: str, building: str) -> dict[str, Any]:
    return {
        "type": "RESIDENCE",
        "area": area,
        "settlement": settlement,
        "settlement_type": "CITY",
        "street_type": "STREET",
        "street": street,
        "building": building,
    }


@asynccontextmanager
async def town_with_doctors(folder: Path, exports: Exports, **more: Any) -> AsyncIterator[Town]:
    """A town at noon of a Tuesday, whose bot has read `exports`."""
    server = await exports.start()
    try:
        address = str(server.make_url("/esoz"))
        changes: dict[str, Any] = {"esoz_api_url": address, "esoz_referral_token": None}
        async with town_with_bot(folder, **changes | more) as town:
            await town.call("POST", "/sim/clock", {"set": TUESDAY})
            await town.learns_doctors()
            yield town
    finally:
        await server.close()


async def looks_for(patient: Patient, whom: str) -> Patient:
    """Go to the line of a search: «дорослого», «дитини до 18 років», or a facility."""
    await patient.says("/doctor")
    if whom == "заклад":
        return await patient.taps("Заклад за направленням")
    await patient.taps("Лікар для декларації")
    return await patient.taps(f"Для {whom}")
