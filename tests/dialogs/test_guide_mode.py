"""Without access to ЕСОЗ a number is read, and the patient is told that it was not checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.town import Patient

NUMBER = "02CX-K1AM-8E84-9TTO"


async def test_number_is_read_and_honestly_not_looked_up(guide_patient: Patient) -> None:
    await guide_patient.says("Номер направлення 02сх к1ам 8е84 9тто, дійсне рік")
    assert f"Номер направлення: {NUMBER}" in guide_patient.text
    assert "не перевіряв" in guide_patient.text
    assert "Статус:" not in guide_patient.text


async def test_patient_learns_what_each_answer_at_the_desk_means(guide_patient: Patient) -> None:
    await guide_patient.says(NUMBER)
    for answer in ("«Дійсне»", "«Не знайдено»", "«В роботі»", "«Прострочене»", "«Відкликане»"):
        assert answer in guide_patient.text


async def test_number_can_be_shown_copied_and_removed(guide_patient: Patient) -> None:
    await guide_patient.says(NUMBER)
    assert guide_patient.last.button("Скопіювати номер")["copy_text"] == NUMBER
    await guide_patient.taps("Показати в реєстратурі")
    assert guide_patient.last.kind == "photo"
    await guide_patient.taps("Прибрати номер із чату")
    assert NUMBER not in guide_patient.everything


async def test_several_numbers_can_be_chosen_from(guide_patient: Patient) -> None:
    await guide_patient.says(f"Номери направлень: {NUMBER}, 8830-3875-8474-6820")
    await guide_patient.taps("8830-****-****-6820")
    assert "Номер направлення: 8830-3875-8474-6820" in guide_patient.text


@pytest.mark.parametrize("number", ["0000-0000-0000-0000", "7004-1236-5589-0043"])
async def test_nothing_is_claimed_of_numbers_that_do_not_exist(
    guide_patient: Patient, number: str
) -> None:
    await guide_patient.says(number)
    assert f"Номер направлення: {number}" in guide_patient.text
    assert not guide_patient.text.startswith("Не знайдено")
