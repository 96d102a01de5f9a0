"""Ukrainian and English: the whole conversation changes, the keyboard under it too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.town import Patient

NUMBER = "8830-3875-8474-6820"
CYRILLIC = re.compile("[Ѐ-ӿ]")
SECTIONS = (
    "My referral",
    "Find a doctor",
    "Declaration",
    "My reminders",
    "My data",
    "Ask",
    "Settings",
)


@pytest.fixture
async def english_patient(patient: Patient) -> Patient:
    return await patient.taps("English")


async def test_english_is_offered_at_the_first_meeting(patient: Patient) -> None:
    assert "English" in patient.buttons
    await patient.says("☰ Меню")
    assert "English" not in patient.buttons, "later it stands in the settings"


async def test_choice_of_english_changes_keyboard_and_screen_at_once(
    english_patient: Patient,
) -> None:
    assert english_patient.keyboard == ["☰ Menu", "📞 103 and hotline"]
    confirmation, settings = english_patient.new
    assert confirmation.text == "Done. I now speak English."
    assert "Choose a language" in settings.text
    assert "✓ English" in settings.buttons


async def test_way_back_to_ukrainian_is_written_in_ukrainian(english_patient: Patient) -> None:
    await english_patient.taps("Українська")
    assert english_patient.keyboard == ["☰ Меню", "📞 103 і гаряча лінія"]
    assert "Налаштування" in english_patient.text


@pytest.mark.parametrize("section", SECTIONS)
async def test_sections_are_english(english_patient: Patient, section: str) -> None:
    await english_patient.taps("☰ Menu")
    await english_patient.taps(section)
    assert "☰ Menu" in english_patient.buttons
    first_line = english_patient.text.splitlines()[0]
    assert not CYRILLIC.search(first_line)


async def test_referral_is_answered_in_english(english_patient: Patient) -> None:
    await english_patient.says(NUMBER)
    text = english_patient.text
    assert "Status: valid, not used yet" in text
    assert "Service: consultation" in text
    assert re.search(r"Valid until \d{1,2} [A-Z][a-z]+ \d{4} inclusive", text)
    assert not [text for text in english_patient.buttons if CYRILLIC.search(text)]


async def test_outage_is_told_in_english(english_patient: Patient) -> None:
    await english_patient.town.fault("esoz", "500", times=12)
    await english_patient.says(NUMBER)
    assert "It could not be checked now" in english_patient.text


async def test_language_stays_after_a_new_start(english_patient: Patient) -> None:
    await english_patient.says("/start")
    assert "Patient Assistant" in english_patient.new[0].text
    assert "Українська" in english_patient.buttons


async def test_language_of_the_phone_does_not_decide(patient: Patient) -> None:
    made = await patient.town.call(
        "POST", "/sim/users", {"first_name": "Olha", "language_code": "en"}
    )
    other = type(patient)(patient.town, int(made["user_id"]))
    await other.says("/start")
    assert "Помічник пацієнта" in other.new[0].text


async def test_choosing_the_language_that_is_spoken_changes_nothing_else(
    patient: Patient,
) -> None:
    await patient.taps("Налаштування")
    await patient.taps("✓ Українська")
    assert "Налаштування" in patient.text
    assert "✓ Українська" in patient.buttons
