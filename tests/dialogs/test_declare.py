"""A declaration from a doctor's card to the facility's signature, and everything in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.dialogs.country import SIGN, START, YES
from tests.signing_change import signs_change
from tests.signing_in import person, signs_in

if TYPE_CHECKING:
    from tests.dialogs.country import Country

CANCEL, WATCH = "Скасувати заяву", "🔔 Сповістити про вільне місце"
CREATE = "POST /esoz/api/pis/declaration_requests"
WAITS = "чекаємо на заклад"


async def test_adult_goes_from_the_card_to_a_confirmed_declaration(country: Country) -> None:
    patient = await country.signed_in("age_40")
    await country.to_doctor(patient, "FAMILY_DOCTOR")
    doctor = patient.text.split("\n")[0]
    await patient.taps(START)
    assert "Що зміниться" in patient.text
    assert "Ця декларація діє, доки заклад не підпише нову." in patient.text
    assert "Вільних місць: " in patient.text
    await patient.taps(YES)
    assert "Чекає на ваш підпис" in patient.text
    [request] = await country.requests("age_40")
    await patient.taps(SIGN)
    await signs_change(patient, request["person_id"])
    assert "Я напишу вам, коли це станеться." in patient.everything
    await patient.says("декларація")
    assert "Ви її підписали, заклад ще ні." in patient.text
    await patient.taps("Заява, яку подано")
    assert WAITS in patient.text
    await country.answers("age_40", "cosign")
    assert "Декларацію підтверджено" in await country.later(patient, minutes=10)
    await patient.taps("Картка лікаря")
    assert patient.text.startswith(doctor)
    await patient.taps("Моя декларація")
    assert doctor in patient.text
    assert "Декларацію підтверджено" not in await country.later(patient, hours=3)


async def test_sixteen_year_old_without_a_document_is_told_the_right_way(
    country: Country,
) -> None:
    patient = await country.signed_in("age_16_without_document")
    await country.to_doctor(patient, "FAMILY_DOCTOR")
    await patient.taps(START)
    assert "Від 14 до 18 років онлайн можна лише переглядати." in patient.text
    assert YES not in patient.buttons
    assert await country.requests("age_16_without_document") == []


async def test_parent_declares_for_a_child_of_seven(country: Country) -> None:
    patient = await country.signed_in("child_of_7", by="parent")
    await country.to_doctor(patient, "THERAPIST")
    await patient.taps(START)
    assert "Терапевт лікує дорослих." in patient.text
    await country.asks(patient, "PEDIATRICIAN")
    assert "як довірена особа" in patient.text
    await patient.taps(SIGN)
    await signs_change(patient, (await person(country.town, "parent"))["id"])
    await country.answers("child_of_7", "cosign")
    assert "Декларацію підтверджено" in await country.later(patient, minutes=10)


async def test_full_doctor_is_told_and_watched_instead(country: Country) -> None:
    patient = await country.signed_in("age_18")
    await country.to_doctor(patient, "FAMILY_DOCTOR", is_full=True)
    await patient.taps(START)
    assert "Вільних місць немає" in patient.text
    await patient.taps(YES)
    assert "Заяву не подано." in patient.text
    assert await country.requests("age_18") == []
    await patient.taps(WATCH)
    await patient.taps("Так, стежити")
    assert "Стежу." in patient.text


@pytest.mark.parametrize(
    ("special", "said"),
    [
        pytest.param("not_verified", "Державні реєстри не підтвердили дані.", id="not verified"),
        pytest.param("no_auth_method", "Заяву не подано.", id="no phone for codes"),
    ],
)
async def test_who_may_not_declare_is_told_why(country: Country, special: str, said: str) -> None:
    patient = await country.signed_in(special)
    await country.to_doctor(patient, "FAMILY_DOCTOR")
    await patient.taps(START)
    if YES in patient.buttons:
        await patient.taps(YES)
    assert said in patient.text
    assert await country.requests(special) == []


async def test_rejection_is_told(country: Country) -> None:
    patient = await country.signed_request("no_viber")
    await country.answers("no_viber", "reject")
    assert "Заяву на декларацію відхилено." in await country.later(patient, minutes=10)
    await patient.says("декларація")
    assert "Чинної декларації немає." in patient.text


async def test_silence_is_met_with_the_telephone_and_then_the_request_expires(
    country: Country,
) -> None:
    await country.town.call("POST", "/sim/esoz/switches", {"request_days": 12})
    patient = await country.signed_request("apostrophe")
    assert "Заклад ще не відповів" in await country.later(patient, days=1, minutes=30)
    assert any(button.startswith("Скопіювати") for button in patient.buttons)
    assert "не відповів" not in await country.later(patient, hours=6)
    assert "Заклад ще не відповів" in await country.later(patient, hours=42)
    assert "не відповів" not in await country.later(patient, days=7)
    assert "Строк заяви на декларацію минув." in await country.later(patient, days=6)
    await country.town.call("POST", "/sim/esoz/switches", {"request_days": 30})
    await patient.taps("Моя декларація")
    await patient.taps("Заяви")
    assert "Не завершена вчасно" in patient.text


async def test_night_is_quiet(country: Country) -> None:
    patient = await country.signed_request("age_95")
    await country.answers("age_95", "reject")
    assert await country.later(patient, hours=13) == ""
    assert "відхилено" in await country.later(patient, hours=10)


async def test_request_is_found_again_and_cancelled(country: Country) -> None:
    patient = await country.signed_in("guardian")
    await country.asks(patient)
    await patient.says("декларація")
    assert "Вона чекає на ваш підпис." in patient.text
    await patient.taps("Заява, яку подано")
    await patient.taps(CANCEL)
    assert "Скасувати заяву?" in patient.text
    await patient.taps("Ні, залишити")
    await patient.taps(CANCEL)
    await patient.taps("Так, скасувати")
    assert "Заяву скасовано." in patient.text
    assert [one["status"] for one in await country.requests("guardian")] == ["REJECTED"]
    await patient.says("декларація")
    assert "Заява, яку подано" not in patient.buttons


async def test_signature_that_comes_after_a_cancel_changes_nothing(country: Country) -> None:
    patient = await country.signed_in("parent")
    await country.asks(patient)
    await patient.taps(SIGN)
    handoff = patient.last
    await patient.says("декларація")
    await patient.taps("Заява, яку подано")
    await patient.taps(CANCEL)
    await patient.taps("Так, скасувати")
    await country.town.as_bot(
        "sendMessage",
        chat_id=patient.id,
        text="?",
        reply_markup={"inline_keyboard": [[handoff.button("Відкрити сторінку підпису")]]},
    )
    await patient.looks()
    who = await person(country.town, "parent")
    await signs_change(patient, who["id"], says="Документ не підписано")
    assert [one["status"] for one in await country.requests("parent")] == ["REJECTED"]


async def test_session_that_ended_is_told_once_and_a_new_one_goes_on(country: Country) -> None:
    patient = await country.signed_request("age_18")
    await country.town.call("POST", "/sim/esoz/switches", {"request_days": 60})
    assert "Увійдіть знову" in await country.later(patient, days=31)
    assert await country.later(patient, days=1) == ""
    await country.answers("age_18", "cosign")
    await patient.taps("Мої дані")
    await signs_in(patient, (await person(country.town, "age_18"))["id"])
    assert "Декларацію підтверджено" in await country.later(patient, days=1)
    await country.town.call("POST", "/sim/esoz/switches", {"request_days": 30})


async def test_request_from_another_cabinet_overtakes_and_is_told(country: Country) -> None:
    patient = await country.signed_request("age_16_with_legal_capacity_document")
    employee, division = country.place("PEDIATRICIAN")
    body = {"employee_id": employee, "division_id": division}
    await country.elsewhere("age_16_with_legal_capacity_document", "POST", body=body)
    assert "замінила новіша" in await country.later(patient, minutes=10)


async def test_lost_order_is_asked_about_and_never_sent_twice(country: Country) -> None:
    patient = await country.signed_in("no_tax_id")
    await country.to_doctor(patient, "FAMILY_DOCTOR")
    await patient.taps(START)
    await country.town.fault("esoz", "drop", match=CREATE)
    await patient.taps(YES)
    assert "не відповідає" in patient.text
    assert await country.requests("no_tax_id") == []
    await patient.taps("Спробувати ще раз")
    assert "Чекає на ваш підпис" in patient.text
    await country.to_doctor(patient, "FAMILY_DOCTOR")
    await patient.taps(START)
    assert "Чекає на ваш підпис" in patient.text, "the one under way is gone on with"
    assert len(await country.requests("no_tax_id")) == 1
