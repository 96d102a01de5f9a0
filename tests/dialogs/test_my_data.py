"""Personal data in the chat: masked, in full for ten minutes, and what the registers say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.signing_change import adult, opens_data, opens_data_as, opens_data_of_ward, to_data

if TYPE_CHECKING:
    from tests.town import Patient, Town


async def test_data_are_masked_until_the_patient_asks(town: Town, patient: Patient) -> None:
    who = await opens_data(town, patient)
    assert f"******{who['tax_id'][-4:]}" in patient.text
    assert who["tax_id"] not in patient.everything
    assert who["last_name"] not in patient.everything
    assert "Перевірка: підтверджено" in patient.text

    await patient.taps("Показати повністю")
    assert who["tax_id"] in patient.text
    assert who["last_name"] in patient.text
    assert patient.buttons == ["Прибрати з чату зараз", "☰ Меню"]


async def test_data_in_full_leave_the_chat_after_ten_minutes(town: Town, patient: Patient) -> None:
    who = await opens_data(town, patient)
    await patient.taps("Показати повністю")
    await town.advance(minutes=9)
    await patient.looks()
    assert who["tax_id"] in patient.everything
    await town.advance(minutes=2)
    await patient.looks()
    assert who["tax_id"] not in patient.everything


async def test_data_in_full_leave_the_chat_on_a_tap(town: Town, patient: Patient) -> None:
    who = await opens_data(town, patient)
    await patient.taps("Показати повністю")
    await patient.taps("Прибрати з чату зараз")
    assert "Повідомлення з особистими даними прибрано" in patient.text
    assert who["tax_id"] not in patient.everything


async def test_menu_under_the_data_is_no_message_that_leaves(town: Town, patient: Patient) -> None:
    await opens_data(town, patient)
    await patient.taps("Показати повністю")
    await patient.taps("☰ Меню")
    await town.advance(minutes=11)
    await patient.looks()
    assert "Головне меню" in patient.text


async def test_sweep_waits_for_telegram_and_takes_up_what_it_left(
    town: Town, patient: Patient
) -> None:
    who = await opens_data(town, patient)
    await patient.taps("Показати повністю")
    await town.fault("telegram", "500", match="deleteMessage", times=10)
    await town.advance(minutes=11)
    await patient.looks()
    assert who["tax_id"] in patient.everything
    town.world.faults.clear()
    await town.advance(minutes=1)
    await patient.looks()
    assert who["tax_id"] not in patient.everything


async def test_registers_are_named_one_by_one(town: Town, patient: Patient) -> None:
    await opens_data(town, patient)
    await patient.taps("Перевірка даних")
    assert "Перевірка даних: підтверджено" in patient.text
    assert "Податковий номер (реєстр ДРФО): підтверджено" in patient.text
    assert "Надіслати копії документів" not in patient.buttons


async def test_unverified_person_sees_what_is_wrong_and_sends_the_copy(
    town: Town, patient: Patient
) -> None:
    who = adult(town, 30)
    lacks = {"verification_status": "NOT_VERIFIED", "missing_documents": ["NATIONAL_ID"]}
    await town.call("POST", f"/sim/esoz/people/{who['id']}", lacks)
    await opens_data_as(patient, who)
    assert "Перевірка: не підтверджено" in patient.text
    await patient.taps("Перевірка даних")
    assert "декларацію онлайн не можна ні подати, ні розірвати" in patient.text
    assert "Коментар системи: Бракує копії документа" in patient.text
    await patient.taps("Надіслати копії документів")
    assert "Надішліть фото: ID-картка" in patient.text

    await patient.says("зараз")
    assert "Це не фото" in patient.text
    await patient.sends(document={"file_name": "скан.pdf", "base64": "JVBERi0="})
    assert "Це не фото" in patient.text
    assert [seen for seen in patient.messages if seen.kind == "document"] == []
    await patient.sends(photo=True)
    assert "Система здоров'я має всі копії" in patient.text
    assert [seen for seen in patient.messages if seen.kind == "photo"] == []
    await patient.taps("Перевірка даних")
    assert "Перевірка даних: перевіряють" in patient.text


@pytest.mark.parametrize(
    ("special", "may_change"),
    [
        pytest.param("age_14_without_document", False, id="14 without a document"),
        pytest.param("age_17_without_document", False, id="17 without a document"),
        pytest.param("age_14_with_legal_capacity_document", True, id="14 with it"),
        pytest.param("age_17_with_legal_capacity_document", True, id="17 with it"),
        pytest.param("age_18", True, id="18 today"),
        pytest.param("no_tax_id", True, id="adult without a tax number"),
    ],
)
async def test_who_may_change_their_own_data(
    town: Town, patient: Patient, special: str, *, may_change: bool
) -> None:
    await opens_data(town, patient, special)
    assert ("Змінити дані" in patient.buttons) is may_change
    assert ("дані можна лише переглядати" in patient.text) is not may_change


@pytest.mark.parametrize(
    ("confidant", "ward"),
    [
        pytest.param("parent", "child_of_7", id="parent of a child"),
        pytest.param("guardian", "incapable_adult", id="guardian of an adult"),
    ],
)
async def test_confidant_sees_whose_codes_go_where(
    town: Town, patient: Patient, confidant: str, ward: str
) -> None:
    await opens_data_of_ward(town, patient, confidant, ward)
    assert "як довірена особа" in patient.text
    assert "Коди й повідомлення отримує довірена особа" in patient.text
    assert "Змінити дані" in patient.buttons
    await patient.taps("Телефон для кодів")
    assert "Змінити номер" not in patient.buttons
    await to_data(patient)
    await patient.taps("Перевірка даних")
    assert "Право діяти за цю людину: підтверджено" in patient.text


async def test_old_button_of_whoever_signed_out_leads_to_signing_in(
    town: Town, patient: Patient
) -> None:
    await opens_data(town, patient)
    data = patient.last
    await patient.says("/start")
    await patient.taps("Мої дані")
    await patient.taps("Вийти")
    await patient.taps("Так, вийти")
    await patient.taps("Показати повністю", on=data)
    assert "🔐 Увійти" in patient.buttons
