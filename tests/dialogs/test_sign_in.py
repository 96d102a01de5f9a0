"""Signing in at ЕСОЗ through the whole hand-off: chat, signing page, consent page, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser import Browser
from tests.signing_in import AGREE, FOR_WARD, asks_for_link, person, signs, signs_in

if TYPE_CHECKING:
    from tests.town import Patient, Town


async def test_patient_is_told_what_is_stored_before_anything_is(patient: Patient) -> None:
    await patient.taps("Мої дані")
    await patient.taps("🔐 Увійти")
    assert "Зберігатиму зашифрованими" in patient.text
    assert patient.buttons == [AGREE, "Немає підпису", "← Назад", "☰ Меню"]


async def test_adult_signs_in_and_is_greeted_by_first_name(town: Town, patient: Patient) -> None:
    who = await person(town, "")
    page = await signs_in(patient, who["id"])
    greeting = f"Ви увійшли як {who['first_name']} {who['last_name'][0]}."
    assert greeting in patient.text
    assert "Ви увійшли" in page.text
    assert who["last_name"] not in patient.everything
    await patient.taps("Мої дані")
    assert f"Ви дієте за себе: {who['first_name']}" in patient.text
    assert "Вийти" in patient.buttons


async def test_address_of_the_way_back_works_once(town: Town, patient: Patient) -> None:
    who = await person(town, "")
    page = await signs_in(patient, who["id"])
    said = len(patient.messages)
    async with Browser() as another:
        await another.opens(page.url)
    assert "Ви увійшли" not in another.text
    await patient.looks()
    assert len(patient.messages) == said


@pytest.mark.parametrize(
    ("special", "said"),
    [
        pytest.param("age_13", "Самостійно входять із 14 років", id="child of 13"),
        pytest.param(
            "age_14_without_document", "Ви увійшли як", id="14 without a document of capacity"
        ),
        pytest.param("age_14_with_legal_capacity_document", "Ви увійшли як", id="14 with it"),
        pytest.param("age_17_without_document", "Ви увійшли як", id="17 without it"),
        pytest.param("age_17_with_legal_capacity_document", "Ви увійшли як", id="17 with it"),
        pytest.param("no_tax_id", "Ви увійшли як", id="adult without a tax number"),
        pytest.param("not_verified", "Ви увійшли як", id="adult who is not verified"),
    ],
)
async def test_who_may_sign_in_for_themselves(
    town: Town, patient: Patient, special: str, said: str
) -> None:
    who = await person(town, special)
    await signs_in(patient, who["id"])
    assert said in patient.text


async def test_whoever_declines_on_the_consent_page_may_try_again(
    town: Town, patient: Patient
) -> None:
    who = await person(town, "")
    await signs_in(patient, who["id"], decision="decline")
    assert "Ви не дали дозволу" in patient.text
    assert "🔐 Увійти" in patient.buttons


async def test_confidant_signs_in_for_a_child_and_switches(town: Town, patient: Patient) -> None:
    parent, child = await person(town, "parent"), await person(town, "child_of_7")
    await signs_in(patient, parent["id"])
    told = f"{child['last_name']} {child['first_name']} {child['second_name']} {child['tax_id']}"
    await signs_in(patient, parent["id"], ward=told)
    assert f"Ви увійшли за людину: {child['first_name']}" in patient.text
    assert told not in patient.everything
    await patient.taps("Мої дані")
    assert "як довірена особа" in patient.text
    await patient.taps("Змінити людину")
    await patient.taps(f"Діяти за: {parent['first_name']} {parent['last_name'][0]}.")
    assert f"Ви дієте за себе: {parent['first_name']}" in patient.text


async def test_guardian_signs_in_for_an_incapable_adult(town: Town, patient: Patient) -> None:
    guardian, ward = await person(town, "guardian"), await person(town, "incapable_adult")
    told = f"{ward['last_name']} {ward['first_name']} {ward['second_name']} {ward['tax_id']}"
    await signs_in(patient, guardian["id"], ward=told)
    assert f"Ви увійшли за людину: {ward['first_name']}" in patient.text


async def test_stranger_cannot_sign_in_for_a_child(town: Town, patient: Patient) -> None:
    stranger, child = await person(town, ""), await person(town, "child_of_7")
    told = f"{child['last_name']} {child['first_name']} {child['second_name']} {child['tax_id']}"
    await signs_in(patient, stranger["id"], ward=told)
    assert "не знайшла людини, яку ви представляєте" in patient.text


@pytest.mark.parametrize(
    ("told", "said"),
    [
        pytest.param("Бондар Софія Іллівна", "Не бачу номера", id="no number"),
        pytest.param("1234567899", "Не бачу прізвища", id="no name"),
        pytest.param("Бондар Софія Іллівна 1234567891", "помилка", id="wrong check digit"),
    ],
)
async def test_ward_that_cannot_be_read_is_asked_for_again(
    patient: Patient, told: str, said: str
) -> None:
    await patient.taps("Мої дані")
    await patient.taps(FOR_WARD)
    await patient.taps(AGREE)
    await patient.says(told)
    assert said in patient.text
    assert "За кого ви входите?" in patient.text
    assert told not in patient.everything


async def test_patient_signs_out_and_esoz_forgets_the_session(
    town: Town, patient: Patient
) -> None:
    who = await person(town, "")
    await signs_in(patient, who["id"])
    await patient.taps("Мої дані")
    await patient.taps("Вийти")
    assert "Вийти?" in patient.text
    await patient.taps("Так, вийти")
    assert "Ви вийшли" in patient.text
    await patient.taps("Мої дані")
    assert "🔐 Увійти" in patient.buttons


async def test_deleting_everything_signs_out_too(town: Town, patient: Patient) -> None:
    who = await person(town, "")
    await signs_in(patient, who["id"])
    await patient.says("/delete_my_data")
    await patient.taps("Так, видалити")
    await patient.says("/start")
    await patient.taps("Мої дані")
    assert "🔐 Увійти" in patient.buttons


async def test_sign_in_that_took_too_long_is_refused_kindly(town: Town, patient: Patient) -> None:
    who = await person(town, "")
    link = await asks_for_link(patient)
    async with Browser() as browser:
        onwards = await signs(browser, link, who["id"])
        await town.advance(minutes=16)
        await browser.opens(onwards)
    await patient.looks()
    assert "Минуло понад 15 хвилин" in patient.text
    assert "🔐 Увійти" in patient.buttons


async def test_outage_of_esoz_before_the_link_is_told(town: Town, patient: Patient) -> None:
    await patient.taps("Мої дані")
    await patient.taps("🔐 Увійти")
    await town.fault("esoz", "500", match="/oauth/nonce", times=5)
    await patient.taps(AGREE)
    assert "Електронна система зараз не відповідає" in patient.text


async def test_guide_mode_keeps_the_list_of_cabinets(guide_patient: Patient) -> None:
    await guide_patient.taps("Мої дані")
    assert "Helsi" in guide_patient.text
    assert "🔐 Увійти" not in guide_patient.buttons
