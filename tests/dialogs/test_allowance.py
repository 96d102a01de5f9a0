"""A number opens a service: nobody may try many, nor learn whose it is by asking."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from bot.app import LOOKUP_FLOOR_SECONDS

if TYPE_CHECKING:
    from tests.town import Patient, Town

NUMBER = "8830-3875-8474-6820"
UNKNOWN = "0000-0000-0000-0000"
FORBIDDEN = "7004-1236-5589-0043"
LIMIT = 5
REFUSAL = "за 10 хвилин"


async def _use_up(patient: Patient) -> None:
    for _ in range(LIMIT):
        await patient.says(NUMBER)
        assert "Статус: " in patient.text


async def test_sixth_look_up_in_ten_minutes_has_to_wait(patient: Patient) -> None:
    await _use_up(patient)
    await patient.says(NUMBER)
    assert REFUSAL in patient.text
    assert "З вашим направленням нічого не сталося" in patient.text
    assert {"Перевірити ще раз", "Показати в реєстратурі", "☰ Меню"} <= set(patient.buttons)


async def test_refusal_says_at_what_time_the_next_look_up_is_free(own_patient: Patient) -> None:
    await own_patient.town.call("POST", "/sim/clock", {"set": "2026-12-01T10:00:00+02:00"})
    await _use_up(own_patient)
    await own_patient.says(NUMBER)
    assert "10:10" in own_patient.text


async def test_ten_minutes_later_the_patient_can_look_again(own_patient: Patient) -> None:
    await _use_up(own_patient)
    await own_patient.town.advance(minutes=9)
    await own_patient.says(NUMBER)
    assert REFUSAL in own_patient.text
    await own_patient.town.advance(minutes=1)
    await own_patient.taps("Перевірити ще раз")
    assert "Статус: дійсне" in own_patient.text


async def test_numbers_that_are_not_found_use_the_allowance_up(patient: Patient) -> None:
    for last in range(LIMIT):
        await patient.says(f"0000-0000-0000-000{last}")
        assert "Не знайдено" in patient.text
    await patient.says(NUMBER)
    assert REFUSAL in patient.text


async def test_allowance_is_each_patients_own(patient: Patient) -> None:
    await _use_up(patient)
    neighbour = await patient.town.patient("Іван")
    await neighbour.says(NUMBER)
    assert "Статус: дійсне" in neighbour.text


async def test_picture_and_removal_do_not_look_anything_up(patient: Patient) -> None:
    await _use_up(patient)
    await patient.taps("Показати в реєстратурі")
    assert patient.last.kind == "photo"
    await patient.taps("Прибрати номер із чату")
    assert "Прибрано з чату" in patient.text


async def test_forgetting_a_patient_gives_no_new_allowance(patient: Patient) -> None:
    await _use_up(patient)
    await patient.says("/delete_my_data")
    await patient.taps("Так, видалити")
    await patient.says(NUMBER)
    assert REFUSAL in patient.text


@pytest.mark.parametrize("number", [UNKNOWN, FORBIDDEN], ids=["not there", "not yours"])
async def test_number_that_is_not_found_is_shown_to_be_compared(
    patient: Patient, number: str
) -> None:
    await patient.says(number)
    assert f"Не знайдено: {number}" in patient.text
    assert "порівняйте кожен знак" in patient.text
    assert "Access denied" not in patient.everything


async def test_not_yours_and_not_there_cannot_be_told_apart(town: Town) -> None:
    unknown, forbidden = await _trace(town, UNKNOWN), await _trace(town, FORBIDDEN)
    assert unknown == forbidden


async def _trace(town: Town, number: str) -> dict[str, Any]:
    """What can be seen of a look-up from outside, without the number, ids and exact pauses."""
    patient = await town.patient()
    before, paused = await town.last_call(), len(town.bot_clock.pauses)
    await patient.says(number)
    pauses = town.bot_clock.pauses[paused:]
    assert len(pauses) == 1
    assert 0 < pauses[0] <= LOOKUP_FLOOR_SECONDS, "the answer waits for its floor"
    signs = number.replace("-", "")
    first, last = number[:4], number[-4:]

    def without_number(text: str) -> str:
        for piece in (number, signs, f"{first}-****-****-{last}"):
            text = text.replace(piece, "NUMBER")
        return re.sub(r":\d+", ":ID", text)

    return {
        "html": without_number(patient.last.html),
        "buttons": patient.buttons,
        "data": [without_number(data) for data in patient.last.callbacks],
        "calls": [call["method"] for call in await town.calls(before)],
    }
