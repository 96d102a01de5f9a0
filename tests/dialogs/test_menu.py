"""The door and the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.town import Patient

SECTIONS = (
    "Моє направлення",
    "Знайти лікаря",
    "Декларація",
    "Мої нагадування",
    "Мої дані",
    "Запитати",
    "Налаштування",
)


async def test_start_says_what_the_bot_does_and_does_not_and_asks_nothing(
    patient: Patient,
) -> None:
    greeting, menu = patient.new
    assert "Помічник пацієнта" in greeting.text
    assert "Паролів і ключів підпису не прошу ніколи" in greeting.text
    assert "?" not in greeting.text.replace("Вам зараз погано?", "")
    assert [text for text in menu.buttons if text in SECTIONS] == list(SECTIONS)


async def test_help_is_one_tap_away_on_every_screen(patient: Patient) -> None:
    assert patient.keyboard == ["☰ Меню", "📞 103 і гаряча лінія"]


@pytest.mark.parametrize("section", SECTIONS)
async def test_every_section_answers_and_leads_back(patient: Patient, section: str) -> None:
    await patient.taps(section)
    assert patient.last.id == patient.new[0].id if patient.new else True
    assert "☰ Меню" in patient.buttons
    await patient.taps("☰ Меню")
    assert "Головне меню" in patient.text
