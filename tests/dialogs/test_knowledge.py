"""The knowledge: from a button to an answer, whom to call, and back to where one came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.content import lines, topics
from bot.dialogs.referral import REFUSAL_TOPICS

if TYPE_CHECKING:
    from tests.town import Patient


@pytest.mark.parametrize("slug", REFUSAL_TOPICS)
async def test_each_refusal_at_a_facility_has_its_answer(patient: Patient, slug: str) -> None:
    await patient.taps("Моє направлення")
    await patient.taps("Проблема в закладі")
    await patient.taps(topics()[slug].short.uk)
    assert patient.text.startswith(topics()[slug].title.uk)
    assert "Джерело: " in patient.text
    await patient.taps("← Назад")
    assert topics()[slug].short.uk in patient.buttons
    await patient.taps("← Назад")
    assert "Проблема в закладі" in patient.buttons


async def test_three_steps_at_the_facility_are_one_tap_from_the_section(patient: Patient) -> None:
    await patient.taps("Моє направлення")
    await patient.taps(topics()["how-to-use"].short.uk)
    assert "1. Назвіть номер" in patient.text
    await patient.taps("← Назад")
    assert "Проблема в закладі" in patient.buttons


ONE_OF_EACH_SHAPE = ("how-to-use", "no-message", "complaint", "line-which", "state-expired")
"""With steps, with a tree to follow, with a helper, with many numbers, without a longer answer."""


@pytest.mark.parametrize("slug", ONE_OF_EACH_SHAPE)
async def test_every_button_of_a_topic_leads_somewhere(patient: Patient, slug: str) -> None:
    await patient.says(f"/start {slug}")
    topic = patient.last
    for button in [text for text in topic.buttons if "copy_text" not in topic.button(text)]:
        await patient.says(f"/start {slug}")
        before = patient.text
        await patient.taps(button)
        assert patient.text != before
        assert "більше не працює" not in patient.text


async def test_answer_is_read_in_simpler_words_and_in_more_detail(patient: Patient) -> None:
    entry = topics()["how-to-use"]
    assert entry.more
    await patient.taps("Моє направлення")
    await patient.taps(entry.short.uk)
    assert entry.more.uk not in patient.text
    await patient.taps("Докладніше")
    assert entry.more.uk in patient.text
    assert "Докладніше" not in patient.buttons
    await patient.taps("Простіше")
    assert entry.easy.uk in patient.text
    assert "Джерело: " in patient.text
    await patient.taps("Коротко")
    assert "1. Назвіть номер" in patient.text
    await patient.taps("← Назад")
    assert "Проблема в закладі" in patient.buttons


async def test_number_to_call_can_be_copied_in_simple_words_too(patient: Patient) -> None:
    await patient.says("/start line-which")
    await patient.taps("Простіше")
    for line in (lines()[name] for name in topics()["line-which"].call):
        assert patient.last.button(f"Скопіювати {line.shown}")["copy_text"] == line.number
