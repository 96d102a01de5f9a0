"""Rows 13 to 32 of ЕСОЗ's refusals, through the client: who may ask, and with whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.cabinet import EsozRefusal as Why
from sandbox.directory.chance import record_id
from sandbox.esoz.pis.workplaces import Workplace, Workplaces
from tests.integration.esoz_pis.refusal_row import asked, free_doctor_of, row
from tests.integration.sandbox_pis.refusals import find_doctor, free_doctor, takes_patients

if TYPE_CHECKING:
    from tests.integration.esoz_pis.conftest import Esoz

NOBODY = "00000000-0000-4000-8000-000000000000"


@row(13, None, "Не знаходжу цієї декларації.", "Можливо, кнопка стосується іншої людини")
async def not_ones_own(esoz: Esoz) -> None:
    other = await asked(esoz, "age_18")
    await esoz.cabinet.declaration_request(await esoz.acting("age_40"), other.id)


@row(14, Why.PERSON_NOT_VERIFIED, "не підтверджені в державних реєстрах", "Перевірте їх у розділі")
async def asks_unverified(esoz: Esoz) -> None:
    await asked(esoz, "not_verified")


@row(15, Why.PERSON_NOT_VERIFIED, "не підтверджені в державних реєстрах", "візьміть документи")
async def ends_unverified(esoz: Esoz) -> None:
    acting = await esoz.acting("not_verified")
    [current] = (await esoz.cabinet.declarations(acting)).items
    await esoz.cabinet.terminate_declaration(acting, current.id)


@row(16, Why.CONFIDANT_REQUIRED, "лише один із батьків або опікун", "Він входить своїм підписом")
async def minor_alone(esoz: Esoz) -> None:
    await asked(esoz, "age_17_without_document")


@row(17, Why.RELATIONSHIP_UNCONFIRMED, "Не підтверджено, що ви", "Візьміть свідоцтво про народж")
async def relation_unverified(esoz: Esoz) -> None:
    await asked(esoz, "child_relationship_not_verified", "parent")


@row(18, Why.CONFIDANT_NOT_VERIFIED, "Ваші власні дані не підтверджені", "Візьміть свої документи")
async def confidant_unverified(esoz: Esoz) -> None:
    await asked(esoz, "child_of_parent_not_verified", "parent_not_verified")


@row(19, Why.UNFINISHED_PERSON_REQUEST, "незавершена зміна даних", "завершіть або скасуйте її")
async def unfinished_change(esoz: Esoz) -> None:
    acting = await esoz.acting("no_viber")
    path = f"/sim/esoz/people/{acting.person_id}"
    kept = (await esoz.town.call("GET", path))["person"]
    await esoz.cabinet.create_person_request(
        acting, {name: value for name, value in kept.items() if name != "id"}
    )
    await asked(esoz, "no_viber")


@row(20, Why.DOCTOR_FULL, "немає вільних місць", "Оберіть іншого або стежте")
async def full_doctor(esoz: Esoz) -> None:
    def is_full(place: Workplace) -> bool:
        one = place.practitioner
        is_family = place.speciality == "FAMILY_DOCTOR"
        return takes_patients(place) and is_family and one is not None and one.free_places == 0

    await asked(esoz, "age_40", doctor=find_doctor(esoz.town, is_full))


@row(21, Why.DOCTOR_FULL, "немає вільних місць", "Оберіть іншого або стежте")
async def doctor_filled_meanwhile(esoz: Esoz) -> None:
    doctor = free_doctor_of(esoz)
    request = await asked(esoz, "age_40", doctor=doctor)
    signed = await esoz.signed("age_40", request.data_to_be_signed)
    named = {"employee_id": doctor["employee_id"]}
    await esoz.town.call("POST", "/sim/doctors", named | {"free_places": 0})
    try:
        acting = await esoz.acting("age_40")
        await esoz.cabinet.sign_declaration_request(acting, request.id, signed)
    finally:
        await esoz.town.call("POST", "/sim/doctors", named | {"free_places": 50})


@row(22, Why.DOCTOR_AGE_MISMATCH, "не приймає пацієнтів такого віку", "сімейний лікар – для всіх")
async def pediatrician_of_an_adult(esoz: Esoz) -> None:
    await asked(esoz, "age_40", doctor=free_doctor(esoz.town, "PEDIATRICIAN"))


@row(22, Why.DOCTOR_AGE_MISMATCH, "не приймає пацієнтів такого віку", "терапевт – від 18")
async def therapist_of_a_child(esoz: Esoz) -> None:
    await asked(esoz, "child_of_7", "parent", doctor=free_doctor(esoz.town, "THERAPIST"))


@row(23, Why.DOCTOR_DISMISSED, "там більше не працює", "Оберіть іншого")
async def dismissed_doctor(esoz: Esoz) -> None:
    gone = find_doctor(esoz.town, lambda place: not place.employee["is_active"])
    await asked(esoz, "age_40", doctor=gone)


@row(24, Why.NOT_A_DOCTOR, "Декларацію подають лише до лікаря", "Оберіть іншу людину")
async def head_of_a_facility(esoz: Esoz) -> None:
    workplaces = Workplaces(lambda: esoz.town.world.esoz.directory)
    owners = (record_id("owner_employee", index) for index in range(50))
    places = (workplaces.find(owner) for owner in owners)
    owner = next(place for place in places if place and place.employee["is_active"])
    named = {"employee_id": owner.employee["id"]}
    await asked(esoz, "age_40", doctor=free_doctor_of(esoz) | named)


@row(
    25,
    Why.WRONG_SPECIALITY,
    "до сімейного лікаря, терапевта або педіатра",
    "Оберіть когось із них",
)
async def specialist(esoz: Esoz) -> None:
    one = find_doctor(esoz.town, lambda place: _is(place, "SPECIALIST"))
    await asked(esoz, "age_40", doctor=one)


@row(26, Why.DOCTOR_ELSEWHERE, "більше не працює в цьому закладі", "Оберіть ще раз")
async def other_post_of_the_doctor(esoz: Esoz) -> None:
    directory = esoz.town.world.esoz.directory

    def has_posts_in_two_facilities(place: Workplace) -> bool:
        one = place.practitioner
        posts = (one.main, one.second) if one else ()
        owners = {directory.legal_entity_of(post.division) for post in posts if post}
        return takes_patients(place) and len(owners) > 1

    body = find_doctor(esoz.town, has_posts_in_two_facilities)
    place = Workplaces(lambda: directory).find(body["employee_id"])
    assert place
    (elsewhere,) = place.works_at - {body["division_id"]}
    await asked(esoz, "age_40", doctor=body | {"division_id": elsewhere})


@row(27, Why.DIVISION_ELSEWHERE, "більше не належить закладу", "Оберіть ще раз")
async def division_of_another(esoz: Esoz) -> None:
    last = record_id("division", esoz.town.world.esoz.directory.plan.divisions - 1)
    await asked(esoz, "age_40", doctor=free_doctor_of(esoz) | {"division_id": last})


@row(28, Why.FACILITY_CLOSED, "Цей заклад більше не працює", "Оберіть інший")
async def closed_facility(esoz: Esoz) -> None:
    closed = find_doctor(
        esoz.town, lambda place: _is(place, "DOCTOR") and not place.legal_entity["is_active"]
    )
    await asked(esoz, "age_40", doctor=closed)


@row(28, Why.FACILITY_TYPE, "не приймає декларацій", "Оберіть інший")
async def facility_of_specialists(esoz: Esoz) -> None:
    one = find_doctor(esoz.town, lambda place: _is(place, "SPECIALIST"))
    change = {"employee_id": one["employee_id"], "speciality": "THERAPIST", "free_places": 5}
    await esoz.town.call("POST", "/sim/doctors", change)
    await asked(esoz, "age_40", doctor=one)


@row(
    29, Why.DOCTOR_NOT_VERIFIED, "Дані самого лікаря не підтверджені", "або оберіть іншого лікаря"
)
async def doctor_unverified(esoz: Esoz) -> None:
    one = find_doctor(
        esoz.town,
        lambda place: (
            _is(place, "DOCTOR")
            and place.party["verification_status"] == "NOT_VERIFIED"
            and place.legal_entity["is_active"]
        ),
    )
    await asked(esoz, "age_40", doctor=one)


@row(29, Why.DOCTOR_DECEASED, "більше не приймає", "Оберіть іншого")
async def doctor_deceased(esoz: Esoz) -> None:
    body = free_doctor(esoz.town, "THERAPIST")
    place = Workplaces(lambda: esoz.town.world.esoz.directory).find(body["employee_id"])
    assert place
    dead = {"deceased_parties": [place.party["id"]]}
    await esoz.town.call("POST", "/sim/esoz/switches", dead)
    await asked(esoz, "age_40", doctor=body)


@row(30, Why.NO_AUTHENTICATION_METHOD, "немає телефону для кодів", "Додайте його в розділі")
async def no_method(esoz: Esoz) -> None:
    await asked(esoz, "no_auth_method")


@row(31, Why.BIRTH_CERTIFICATE_NEEDED, "немає свідоцтва про народження", "до сімейного лікаря")
async def no_birth_certificate(esoz: Esoz) -> None:
    await asked(esoz, "child_without_birth_certificate", "parent")


@row(32, Why.DOCUMENT_UNSUITABLE, "для цього не підходить", "Візьміть паспорт або ID-картку")
async def unsuitable_document(esoz: Esoz) -> None:
    await asked(esoz, "unsuitable_document")


def _is(place: Workplace, kind: str) -> bool:
    return bool(place.employee["is_active"]) and place.employee["employee_type"] == kind
