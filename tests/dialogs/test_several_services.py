"""Several services under one number: a list, and what each status in it means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.town import Patient

NUMBERS = {
    2: ("3908-6612-7045-5289", "2 послуги"),
    3: ("8264-1075-3391-9947", "3 послуги"),
    7: ("1593-7820-4466-3012", "7 послуг"),
}


@pytest.mark.parametrize("count", NUMBERS)
async def test_services_under_one_number_are_a_numbered_list(patient: Patient, count: int) -> None:
    number, words = NUMBERS[count]
    await patient.says(number)
    assert f"Під цим номером {words}." in patient.text
    items = re.findall(r"^(\d+)\. (\w.+): (.+)$", patient.text, re.MULTILINE)
    assert [int(place) for place, _, _ in items] == list(range(1, count + 1))


async def test_each_service_has_its_own_status_and_validity(patient: Patient) -> None:
    await patient.says(NUMBERS[3][0])
    lines = [line.strip() for line in patient.text.splitlines()]
    statuses = {
        "Консультація: дійсне, ще не використане": True,
        "Лабораторний аналіз: взято в роботу закладом": True,
        "Діагностичне обстеження: послугу надано, направлення закрите": False,
    }
    for said, has_validity in statuses.items():
        place = next(i for i, line in enumerate(lines) if line.endswith(said))
        assert lines[place + 1].startswith("Діє до") is has_validity


@pytest.mark.parametrize("count", NUMBERS)
async def test_meaning_of_each_status_is_one_tap_away(patient: Patient, count: int) -> None:
    await patient.says(NUMBERS[count][0])
    answer = patient.last
    buttons = [text for text in patient.buttons if text.startswith("Що означає")]
    assert 1 <= len(buttons) <= 4
    for button in buttons:
        await patient.taps(button, on=answer)
        assert patient.new, "the list stays, the meaning comes below it"
        assert "Далі:" in patient.text
        assert "☰ Меню" in patient.buttons


async def test_order_of_services_stays_the_same(patient: Patient) -> None:
    await patient.says(NUMBERS[7][0])
    first = patient.text.partition("Перевірено")[0]
    await patient.taps("Перевірити ще раз")
    assert patient.text.partition("Перевірено")[0] == first
