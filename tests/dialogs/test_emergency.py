"""Words of danger are answered before everything else, and the conversation can go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.town import Patient

MISTAKE = "Це помилка, продовжити"
NUMBER = "8830-3875-8474-6820"
PAIN = "болить серце, віддає в руку"


@pytest.mark.parametrize(
    ("said", "line", "number"),
    [
        pytest.param(PAIN, "Телефонуйте 103 зараз", "103", id="chest"),
        pytest.param("не хочу жити", "Ви не самі", "7333", id="self-harm"),
        pytest.param("мене б'є чоловік", "Ви не винні", "1547", id="violence"),
    ],
)
async def test_danger_is_told_whom_to_call(
    patient: Patient, said: str, line: str, number: str
) -> None:
    await patient.says(said)
    assert line in patient.text
    assert f"Скопіювати {number}" in patient.buttons


async def test_danger_comes_before_whatever_was_asked_for(patient: Patient) -> None:
    await patient.taps("Моє направлення")
    await patient.says("задихаюсь не можу дихати")
    assert "103" in patient.text
    await patient.says(NUMBER)
    assert "Статус: " in patient.text


async def test_mistake_goes_on_with_what_was_said(patient: Patient) -> None:
    await patient.says(f"болить серце, ось направлення {NUMBER}")
    assert "103" in patient.text
    await patient.taps(MISTAKE)
    assert "Статус: " in patient.text


async def test_mistake_after_the_words_are_gone_asks_for_them_again(patient: Patient) -> None:
    await patient.says(PAIN)
    await patient.deletes(patient.messages[-2])
    await patient.taps(MISTAKE)
    assert "Напишіть його ще раз" in patient.text


async def test_words_about_the_past_are_asked_about(patient: Patient) -> None:
    await patient.says("торік був інфаркт")
    assert "Комусь погано просто зараз?" in patient.text
    await patient.taps("Так, просто зараз")
    assert "Телефонуйте 103 зараз" in patient.text


async def test_answer_no_goes_on_with_what_was_said(patient: Patient) -> None:
    await patient.says(f"після інсульту дали направлення {NUMBER}")
    await patient.taps("Ні, продовжити")
    assert "Статус: " in patient.text
