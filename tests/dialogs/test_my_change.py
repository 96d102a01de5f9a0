"""Changing personal data step by step, up to the signature that ЕСОЗ accepts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.signing_change import (
    adult,
    opens_data,
    opens_data_as,
    opens_data_of_ward,
    signs_change,
    to_data,
    tries_to_sign,
)
from tests.signing_in import person

if TYPE_CHECKING:
    from tests.town import Patient, Town


async def _chooses(patient: Patient, topic: str) -> None:
    await patient.taps("Змінити дані")
    await patient.taps(topic)


async def _types(patient: Patient, *answers: str) -> None:
    for answer in answers:
        await patient.says(answer)


async def _sends(patient: Patient) -> None:
    await patient.taps("Усе правильно, далі")


async def _in_full(patient: Patient) -> str:
    await to_data(patient)
    await patient.taps("Показати повністю")
    return patient.text


async def _begins(town: Town, patient: Patient, number: int) -> dict[str, Any]:
    who = adult(town, number)
    await opens_data_as(patient, who)
    return who


async def test_address_is_changed_with_a_signature(town: Town, patient: Patient) -> None:
    who = await _begins(town, patient, 6)
    await _chooses(patient, "Адреса")
    assert "Крок 1 з 4. Вулиця" in patient.text
    await patient.says("Лісова")
    assert "Записано. Вулиця: Лісова" in patient.text
    assert "Крок 2 з 4. Будинок" in patient.text
    await patient.says("12-A")
    assert "Крок 3 з 4. Квартира" in patient.text
    await patient.taps("Немає")
    await patient.taps("Залишити як є")
    assert "Перевірте: було → стане" in patient.text
    assert "→ Лісова" in patient.text
    assert "→ 12-А" in patient.text
    await _sends(patient)
    await patient.taps("Підписати")
    await signs_change(patient, who["id"])
    assert "Лісова, 12-А" in await _in_full(patient)


async def test_what_was_typed_does_not_stay_in_the_chat(town: Town, patient: Patient) -> None:
    await _begins(town, patient, 7)
    await _chooses(patient, "Прізвище, ім'я, по батькові")
    await _types(patient, "Канарейченко")
    await patient.taps("← Назад")
    assert "Крок 1 з 3" in patient.text
    await patient.taps("← Назад")
    assert "Що змінити?" in patient.text
    assert "Канарейченко" not in patient.everything


async def test_surname_after_marriage_comes_with_the_new_card(
    town: Town, patient: Patient
) -> None:
    """Two changes in one request, and the copy that ЕСОЗ asks for the new document."""
    who = await _begins(town, patient, 8)
    await _chooses(patient, "Прізвище, ім'я, по батькові")
    await patient.says("коваленко")
    await patient.taps("Залишити як є")
    await patient.taps("Залишити як є")
    await patient.taps("Змінити ще щось")
    await patient.taps("Документ")
    await patient.taps("ID-картка")
    await _types(patient, "001 234 567", "8036", "2 жовтня 2026", "2.10.2036")
    assert "→ Коваленко" in patient.text
    assert "→ 001234567" in patient.text
    await _sends(patient)
    assert "Надішліть фото: ID-картка" in patient.text
    await patient.sends(photo=True)
    assert "Заява готова" in patient.text
    assert [seen for seen in patient.messages if seen.kind == "photo"] == []
    await patient.taps("Підписати")
    await signs_change(patient, who["id"])
    shown = await _in_full(patient)
    assert "Коваленко" in shown
    assert "ID-картка: 001234567" in shown


@pytest.mark.parametrize(
    ("topic", "typed", "said"),
    [
        pytest.param(
            "Прізвище, ім'я, по батькові", "Ковалёва", "Літер російської абетки не буває"
        ),
        pytest.param("Електронна пошта", "пошта", "Це не схоже на адресу пошти"),
        pytest.param("Телефон для дзвінків", "123", "В українському номері 10 цифр"),
        pytest.param("УНЗР (номер запису в реєстрі)", "19000101-00001", "це дата народження"),
        pytest.param("Документ", "паспорт", "Виберіть документ кнопкою"),
    ],
    ids=["surname", "email", "phone", "unzr", "document"],
)
async def test_fault_is_explained_as_it_is_typed(
    town: Town, patient: Patient, topic: str, typed: str, said: str
) -> None:
    await _begins(town, patient, 9)
    await _chooses(patient, topic)
    await patient.says(typed)
    assert said in patient.text
    assert "Крок 1 з" in patient.text


async def test_same_answers_are_nothing_to_sign(town: Town, patient: Patient) -> None:
    await _begins(town, patient, 10)
    await _chooses(patient, "Секретне слово")
    await patient.taps("Залишити як є")
    assert "Підписувати нічого" in patient.text


async def test_word_of_the_menu_leaves_the_questions(town: Town, patient: Patient) -> None:
    await _begins(town, patient, 10)
    await _chooses(patient, "Адреса")
    await patient.says("меню")
    assert "Головне меню" in patient.text


async def test_tax_number_cannot_be_changed_and_this_is_said_before(
    town: Town, patient: Patient
) -> None:
    await _begins(town, patient, 10)
    await patient.taps("Змінити дані")
    assert "Податковий номер, який уже внесено" in patient.text
    assert "РНОКПП (податковий номер)" not in patient.buttons


async def test_unfinished_change_is_found_again_and_finished(town: Town, patient: Patient) -> None:
    who = await _begins(town, patient, 11)
    await _chooses(patient, "Секретне слово")
    await patient.says("ластівочка")
    await _sends(patient)
    await town.advance(hours=2)
    await to_data(patient)
    await patient.taps("Завершити зміну даних")
    assert "Є зміна даних без підпису" in patient.text
    await patient.taps("Підписати")
    await signs_change(patient, who["id"])
    await to_data(patient)
    assert "Завершити зміну даних" not in patient.buttons


async def test_unfinished_change_still_asks_for_the_missing_copy(
    town: Town, patient: Patient
) -> None:
    await _begins(town, patient, 12)
    await _chooses(patient, "Документ")
    await patient.taps("ID-картка")
    await _types(patient, "001234568", "8036", "2 жовтня 2026", "2.10.2036")
    await _sends(patient)
    await town.advance(hours=2)
    await patient.sends(photo=True)
    assert "Я вже не маю того, що ви писали" in patient.text
    await to_data(patient)
    await patient.taps("Завершити зміну даних")
    await patient.taps("Підписати")
    assert "Надішліть фото: ID-картка" in patient.text


async def test_change_is_taken_back(town: Town, patient: Patient) -> None:
    await _begins(town, patient, 13)
    await _chooses(patient, "Секретне слово")
    await patient.says("ластівочка")
    await _sends(patient)
    await patient.taps("Скасувати заяву")
    await patient.taps("Так, скасувати")
    assert "Зміну скасовано" in patient.text
    await to_data(patient)
    assert "Завершити зміну даних" not in patient.buttons


async def test_draft_is_forgotten_after_an_hour(town: Town, patient: Patient) -> None:
    await _begins(town, patient, 14)
    await _chooses(patient, "Адреса")
    await patient.says("Лісова")
    await town.advance(minutes=61)
    await patient.says("12")
    assert "Я вже не маю того, що ви писали" in patient.text


async def test_somebody_elses_key_changes_nothing(town: Town, patient: Patient) -> None:
    await _begins(town, patient, 15)
    await _chooses(patient, "Секретне слово")
    await patient.says("ластівочка")
    await _sends(patient)
    await patient.taps("Підписати")
    await tries_to_sign(patient, adult(town, 16)["id"], told="Це підпис іншої людини")
    await to_data(patient)
    assert "Завершити зміну даних" in patient.buttons


async def test_signed_change_waits_for_esoz_and_goes_on(town: Town, patient: Patient) -> None:
    who = await _begins(town, patient, 17)
    await _chooses(patient, "Секретне слово")
    await patient.says("ластівочка")
    await _sends(patient)
    await patient.taps("Підписати")
    await town.fault("esoz", "500", match="actions/complete", times=50)
    await signs_change(patient, who["id"], says="не відповідає")
    town.world.faults.clear()
    await town.advance(minutes=3)
    await patient.sees("Підпис прийнято")


async def test_teenager_with_a_document_changes_data(town: Town, patient: Patient) -> None:
    who = await opens_data(town, patient, "age_17_with_legal_capacity_document")
    await _chooses(patient, "Електронна пошта")
    await patient.says("me@example.com")
    await _sends(patient)
    await patient.taps("Підписати")
    await signs_change(patient, who["id"])
    assert "me@example.com" in await _in_full(patient)


async def test_adult_without_tax_number_signs_with_the_document(
    town: Town, patient: Patient
) -> None:
    who = await opens_data(town, patient, "no_tax_id")
    await _chooses(patient, "Електронна пошта")
    await patient.says("me@example.com")
    await _sends(patient)
    await patient.taps("Підписати")
    await signs_change(patient, who["id"])


async def test_parent_changes_the_data_of_a_child(town: Town, patient: Patient) -> None:
    await opens_data_of_ward(town, patient, "parent", "child_of_7")
    parent = await person(town, "parent")
    await _chooses(patient, "Адреса")
    assert "як довірена особа" in (await to_topics(patient))
    await patient.taps("Адреса")
    await _types(patient, "Лісова", "5")
    await patient.taps("Немає")
    await patient.taps("Залишити як є")
    await _sends(patient)
    await patient.taps("Підписати")
    await signs_change(patient, parent["id"])
    assert "Лісова, 5" in await _in_full(patient)


async def to_topics(patient: Patient) -> str:
    await patient.taps("← Назад")
    return patient.text


async def test_minor_who_may_only_look_is_told_so_by_an_old_button(
    town: Town, patient: Patient
) -> None:
    await _begins(town, patient, 14)
    data = patient.last
    await opens_data(town, patient, "age_17_without_document")
    await patient.taps("Змінити дані", on=data)
    assert "Ці дані можна лише переглядати" in patient.everything
