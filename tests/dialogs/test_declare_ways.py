"""What stands around a declaration: the sign-in on the way, for whom, the file, a doctor gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.dialogs.country import SIGN, START, YES
from tests.signing_change import signs_change, to_data
from tests.signing_in import AGREE, FOR_WARD, enters, person, signs_in

if TYPE_CHECKING:
    from tests.dialogs.country import Country
    from tests.town import Patient, Seen

SIGN_IN, PAGE = "🔐 Увійти", "Відкрити сторінку підпису"
GO_ON, NOT_NOW = "Продовжити декларацію", "Не зараз"
MOVED = "Лікар перейшов?"


async def signs_in_from_here(country: Country, patient: Patient, special: str) -> None:
    await patient.taps(SIGN_IN)
    await patient.taps(AGREE)
    who = await person(country.town, special)
    await enters(patient, str(patient.last.button(PAGE)["url"]), who["id"])


async def signs_in_for_child(country: Country, patient: Patient, child: str, by: str) -> None:
    await patient.taps(FOR_WARD)
    await patient.taps(AGREE)
    who = await person(country.town, child)
    names = (who["last_name"], who["first_name"], who["second_name"], who["tax_id"])
    await patient.says(" ".join(filter(None, names)))
    link = str(patient.last.button(PAGE)["url"])
    await enters(patient, link, (await person(country.town, by))["id"])


def files(patient: Patient) -> list[Seen]:
    return [seen for seen in patient.messages if seen.kind == "document"]


async def test_adult_comes_from_the_menu_to_a_confirmed_declaration(country: Country) -> None:
    """Everything by buttons and one line of search, as a person does it."""
    patient = await country.town.patient()
    await patient.says("/start")
    await patient.taps("Декларація")
    assert "Спершу увійдіть." in patient.text
    assert "поверну вас" not in patient.text, "there is nothing to come back to"
    await signs_in_from_here(country, patient, "no_viber")
    await patient.taps("Декларація")
    assert "Чинної декларації немає." in patient.text
    await patient.taps("Знайти лікаря")
    await patient.taps("Лікар для декларації")
    await patient.taps("Для дорослого")
    await patient.says("сімейний лікар")
    await patient.taps(next(label for label in patient.buttons if label.startswith("1. ")))
    doctor = patient.text.split("\n")[0]
    await patient.taps(START)
    assert "Що зміниться" in patient.text
    await patient.taps(YES)
    await patient.taps(SIGN)
    await signs_change(patient, (await person(country.town, "no_viber"))["id"])
    await country.answers("no_viber", "cosign")
    assert "Декларацію підтверджено" in await country.later(patient, minutes=10)
    assert "паспорт" not in patient.text, "no tip is given that no source says"
    await patient.taps("Додати візит")
    assert doctor in patient.everything.rpartition("Декларацію підтверджено")[2]
    await patient.says("декларація")
    assert doctor in patient.text
    assert "Чинна" in patient.text


async def test_sign_in_leads_back_to_the_doctor_by_itself(country: Country) -> None:
    patient = await country.town.patient()
    await country.to_doctor(patient, "THERAPIST")
    doctor = patient.text.split("\n")[0]
    await patient.taps(START)
    assert "Після входу я сам поверну вас до цього лікаря." in patient.text
    await signs_in_from_here(country, patient, "age_95")
    assert "Ви увійшли" in patient.everything
    assert "Що зміниться" in patient.text
    assert doctor in patient.text
    await patient.says("декларація")
    assert f"Ви почали декларацію з цим лікарем і не закінчили: {doctor}" in patient.text
    await patient.taps(GO_ON)
    await patient.taps(NOT_NOW)
    assert patient.text.startswith(doctor)
    await patient.says("декларація")
    assert GO_ON not in patient.buttons


async def test_sign_in_days_later_leads_nowhere_by_itself(country: Country) -> None:
    patient = await country.town.patient()
    await country.to_doctor(patient, "THERAPIST")
    await patient.taps(START)
    await country.town.advance(days=1)
    await signs_in(patient, (await person(country.town, "apostrophe"))["id"])
    assert "Що зміниться" not in patient.text
    await patient.says("декларація")
    assert GO_ON in patient.buttons
    await country.town.advance(days=7)
    await patient.says("декларація")
    assert GO_ON not in patient.buttons


async def test_parent_at_a_paediatrician_is_led_to_the_child(country: Country) -> None:
    patient = await country.signed_in("parent")
    await country.to_doctor(patient, "PEDIATRICIAN")
    await patient.taps(START)
    assert "Педіатр лікує дітей до 18 років." in patient.text
    await signs_in_for_child(country, patient, "child_of_7", "parent")
    assert "як довірена особа" in patient.text
    assert "щонайдовше до 18 років" in patient.text
    parent = await person(country.town, "parent")
    await country.to_doctor(patient, "FAMILY_DOCTOR")
    await patient.taps(START)
    assert "як довірена особа" in patient.text
    await patient.taps(f"За: {parent['first_name']} {parent['last_name'][0]}.")
    assert "Ви дієте за себе" in patient.text


@pytest.mark.parametrize(
    ("special", "said", "next_step"),
    [
        pytest.param("incapable_adult", "опікун", FOR_WARD, id="incapable adult"),
        pytest.param("unsuitable_document", "не підходить", "Особисті дані", id="wrong papers"),
        pytest.param("no_tax_id", "номер паспорта або ID-картки", YES, id="no tax number"),
    ],
)
async def test_person_is_told_the_own_next_step(
    country: Country, special: str, said: str, next_step: str
) -> None:
    patient = await country.signed_in(special)
    await country.to_doctor(patient, "FAMILY_DOCTOR")
    await patient.taps(START)
    if said not in patient.text:
        await patient.taps(YES)
    assert said in patient.text
    assert next_step in patient.buttons


async def test_unfinished_change_is_finished_first_and_the_declaration_goes_on(
    country: Country,
) -> None:
    patient = await country.signed_in("no_second_name")
    await to_data(patient)
    await patient.taps("Змінити дані")
    await patient.taps("Секретне слово")
    await patient.says("ластівочка")
    await patient.taps("Усе правильно, далі")
    await country.to_doctor(patient, "FAMILY_DOCTOR")
    await patient.taps(START)
    assert "Є незавершена зміна даних." in patient.text
    await patient.taps("Завершити зміну даних")
    await patient.taps("Підписати")
    await signs_change(patient, (await person(country.town, "no_second_name"))["id"])
    await patient.says("декларація")
    await patient.taps(GO_ON)
    assert "Що зміниться" in patient.text


async def test_who_may_and_how_is_told_before_any_effort(country: Country) -> None:
    patient = await country.town.patient()
    await patient.says("/start")
    await patient.taps("Декларація")
    sign_in = patient.last
    await patient.taps("Немає підпису", on=sign_in)
    assert "Він діє 5 хвилин." in patient.text
    await patient.says("декларація")
    await patient.taps("Хто може і як")
    await patient.taps("Мені від 14 до 17 років")
    await patient.taps("Ні або не знаю")
    assert "Там ви підпишете декларацію самі, без батьків." in patient.text


async def test_document_is_read_as_a_file_that_leaves_the_chat(country: Country) -> None:
    patient = await country.signed_in("guardian")
    await country.asks(patient)
    await patient.taps("Документ файлом")
    assert "У документі декларації є особисті дані" in patient.text
    assert files(patient) == []
    await patient.taps("Надіслати файл")
    [file] = files(patient)
    sent = (await country.town.file(file.raw["file"]["url"])).decode()
    assert "<iframe sandbox " in sent
    assert "&lt;html" in sent, "ЕСОЗ's document stands in a frame that does nothing"
    assert SIGN in patient.buttons or SIGN in patient.from_bot[-2].buttons
    await country.later(patient, minutes=11)
    assert files(patient) == []
    await patient.says("декларація")
    await patient.taps("Скасувати заяву")
    await patient.taps("Так, скасувати")
    assert "Заяву скасовано." in patient.text


async def test_cancel_in_another_cabinet_is_told(country: Country) -> None:
    patient = await country.signed_request("age_18")
    [request] = await country.requests("age_18")
    await country.elsewhere("age_18", "PATCH", f"/{request['id']}/actions/reject")
    assert "Заяву на декларацію відхилено." in await country.later(patient, minutes=10)


async def test_doctor_who_moved_is_found_where_they_work_now(country: Country) -> None:
    patient = await country.signed_in("age_40")
    await patient.says("декларація")
    name = patient.text.split("\n\n")[2].split("\n")[0]
    await patient.taps(MOVED)
    assert "і далі працює там, де ваша декларація" in patient.text
    listed = (await country.town.call("GET", "/sim/doctors"))["doctors"]
    one, other = (
        next(row for row in listed if _name(row) == name),
        next(row for row in listed if _name(row) != name and row["free_places"]),
    )
    place = {key: other[key] for key in ("division", "settlement")}
    await country.town.call("POST", "/sim/doctors", {"employee_id": one["employee_id"], **place})
    await country.town.advance(days=2)
    await patient.says("декларація")
    await patient.taps(MOVED)
    assert "Тепер лікар працює тут:" in patient.text
    await patient.taps(next(label for label in patient.buttons if label.startswith("1. ")))
    assert patient.text.startswith(name)
    assert other["division"] in patient.text


def _name(row: dict[str, str]) -> str:
    return " ".join(filter(None, (row["last_name"], row["first_name"], row["second_name"])))
