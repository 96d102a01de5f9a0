"""The doctors of the sandbox whom patients can find, and changing them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from sandbox.directory import Export

if TYPE_CHECKING:
    from tests.integration.sandbox_esoz.conftest import World

FIELDS = [
    "employee_id",
    "party_id",
    "last_name",
    "first_name",
    "second_name",
    "speciality",
    "division",
    "settlement",
    "free_places",
]
NEW_DOCTOR = {
    "last_name": "Вигаданко",
    "first_name": "Марія",
    "second_name": "Іванівна",
    "speciality": "THERAPIST",
    "division": "Вигадана амбулаторія № 9",
    "settlement": "Київ",
    "free_places": 12,
}
DECLARED = {"FAMILY_DOCTOR", "THERAPIST", "PEDIATRICIAN"}


async def _put(world: World, doctor: Any) -> tuple[int, dict[str, Any]]:
    answer = await world.client.post("/sim/doctors", json=doctor)
    return answer.status, await answer.json()


async def _declared_doctor(world: World) -> dict[str, Any]:
    return next(d for d in await world.sim("doctors?limit=50") if d["speciality"] in DECLARED)


async def test_doctors_have_exactly_the_fields_of_the_design(world: World) -> None:
    doctors = await world.sim("doctors")
    assert 1000 < len(doctors) < 2000
    assert all(list(doctor) == FIELDS for doctor in doctors)
    assert {doctor["speciality"] for doctor in doctors} > DECLARED
    assert {True, False} == {doctor["free_places"] > 0 for doctor in doctors}
    specialists = [doctor for doctor in doctors if doctor["speciality"] not in DECLARED]
    assert not any(doctor["free_places"] for doctor in specialists)


async def test_limit_cuts_the_list(world: World) -> None:
    assert len(await world.sim("doctors?limit=7")) == 7
    assert await world.sim("doctors?limit=0") == []
    assert (await world.client.get("/sim/doctors?limit=many")).status == 422


async def test_first_doctors_are_from_all_over_the_country(world: World) -> None:
    doctors = await world.sim("doctors?limit=20")
    assert len({doctor["settlement"] for doctor in doctors}) > 10


async def test_every_listed_doctor_can_be_found_in_the_exports(world: World) -> None:
    """Works, at an active division of an active facility with a contract, in an active service."""
    on = {
        name: {row["id"] for row in await world.bulk(name) if row["is_active"]}
        for name in ("employees", "divisions", "legal_entities", "healthcare_services")
    }
    employees = {row["id"]: row for row in await world.bulk("employees")}
    contracts = await world.bulk("contract_divisions")
    contracted = {
        row["division_id"]
        for row in contracts
        if (row["contract_status"], row["contract_division_status"]) == ("active", "active")
    }
    roles = {row["employee_id"]: row for row in await world.bulk("employee_roles")}
    listed = await world.sim("doctors")
    for doctor in listed:
        employee = employees[doctor["employee_id"]]
        assert employee["id"] in on["employees"]
        assert employee["legal_entity_id"] in on["legal_entities"]
        assert employee["division_id"] in on["divisions"] & contracted
        assert roles[employee["id"]]["healthcare_service_id"] in on["healthcare_services"]


async def test_new_doctor_is_added_with_ids(world: World) -> None:
    status, answer = await _put(world, NEW_DOCTOR)
    assert status == 201
    assert answer["doctor"] | NEW_DOCTOR == answer["doctor"]
    assert (await world.sim("doctors"))[-1] == answer["doctor"]


async def test_known_doctor_is_changed_in_the_given_fields_only(world: World) -> None:
    before = await world.sim("doctors")
    doctor = await _declared_doctor(world)
    status, answer = await _put(world, {"employee_id": doctor["employee_id"], "free_places": 1})
    assert status == 200
    assert answer["doctor"] == doctor | {"free_places": 1}
    after = await world.sim("doctors")
    assert after[before.index(doctor)] == answer["doctor"]
    assert len(after) == len(before)


async def test_new_doctor_stands_in_every_export_that_tells_of_doctors(world: World) -> None:
    _, answer = await _put(world, NEW_DOCTOR)
    doctor = answer["doctor"]
    (party,) = await world.bulk_rows("parties", id=doctor["party_id"])
    assert (party["last_name"], party["gender"]) == ("Вигаданко", "FEMALE")
    (employee,) = await world.bulk_rows("employees", id=doctor["employee_id"])
    (role,) = await world.bulk_rows("employee_roles", employee_id=employee["id"])
    (service,) = await world.bulk_rows("healthcare_services", id=role["healthcare_service_id"])
    (division,) = await world.bulk_rows("divisions", id=employee["division_id"])
    (contract,) = await world.bulk_rows("contract_divisions", division_id=division["id"])
    (limit,) = await world.bulk_rows("declarations_limit", party_id=party["id"])
    assert service["speciality_type"] == employee["speciality"]["speciality"] == "THERAPIST"
    assert service["division_id"] == division["id"]
    assert division["name"] == NEW_DOCTOR["division"]
    assert division["addresses"][0]["settlement"] == "Київ"
    assert contract["contract_status"] == "active"
    assert limit["declarations_limit"] - limit["declarations_count"] == 12


async def test_change_stands_in_the_next_changes_and_not_in_later_ones(world: World) -> None:
    doctor = await _declared_doctor(world)
    change = {"employee_id": doctor["employee_id"], "last_name": "Новопрізвищенко"}
    await world.clock.advance(30 * 86_400)  # all that was ever recent is old now
    assert await world.bulk("parties", depth="1") == []
    await _put(world, change)
    (party,) = await world.bulk("parties", depth="0")
    assert (party["id"], party["last_name"]) == (doctor["party_id"], "Новопрізвищенко")
    await world.clock.advance(86_400)
    assert len(await world.bulk("parties", depth="1")) == 1
    await world.clock.advance(86_400)
    assert await world.bulk("parties", depth="1") == []


async def test_all_of_a_new_doctor_stands_in_the_changes(world: World) -> None:
    await world.clock.advance(30 * 86_400)
    await _put(world, NEW_DOCTOR)
    changed = {str(name): len(await world.bulk(name, depth="1")) for name in Export}
    limits = changed.pop("declarations_limit")
    assert changed == {
        "parties": 1,
        "employees": 1,
        "divisions": 1,
        "legal_entities": 0,
        "employee_roles": 1,
        "healthcare_services": 1,
        "contract_divisions": 1,
    }
    assert limits > 400, "this export is always whole"


async def test_full_doctor_opens_and_fills_again(world: World) -> None:
    doctor = await _declared_doctor(world)
    for free_places in (0, 1, 0):
        change = {"employee_id": doctor["employee_id"], "free_places": free_places}
        assert (await _put(world, change))[0] == 200
        (limit,) = await world.bulk_rows("declarations_limit", party_id=doctor["party_id"])
        assert limit["declarations_limit"] - limit["declarations_count"] == free_places


async def test_doctor_moves_to_another_settlement_and_speciality(world: World) -> None:
    doctor = await _declared_doctor(world)
    change = {
        "employee_id": doctor["employee_id"],
        "settlement": "Львів",
        "speciality": "CARDIOLOGY",
        "free_places": 0,
    }
    assert (await _put(world, change))[0] == 200
    (employee,) = await world.bulk_rows("employees", id=doctor["employee_id"])
    (division,) = await world.bulk_rows("divisions", id=employee["division_id"])
    assert employee["employee_type"] == "SPECIALIST"
    assert division["addresses"][0]["settlement"] == "Львів"
    assert await world.bulk_rows("declarations_limit", party_id=doctor["party_id"]) == []
    assert doctor | change in await world.sim("doctors")


@pytest.mark.parametrize(
    ("change", "entry"),
    [
        ({"free_places": -1}, "$.free_places"),
        ({"free_places": "3"}, "$.free_places"),
        ({"last_name": " "}, "$.last_name"),
        ({"speciality": "лікар"}, "$.speciality"),
        ({"salary": 1}, "$.salary"),
        ({"settlement": "Вигаданівка"}, "$.settlement"),
        ({"speciality": "CARDIOLOGY"}, "$.free_places"),
        ({"employee_id": "02a2f899-1393-42e2-ae2e-000000ffffff"}, "$.employee_id"),
    ],
)
async def test_wrong_doctor_is_refused_with_the_field(
    world: World, change: dict[str, Any], entry: str
) -> None:
    before = await world.sim("doctors")
    status, answer = await _put(world, NEW_DOCTOR | change)
    assert status == 422
    assert answer["error"]["invalid"][0]["entry"] == entry
    assert await world.sim("doctors") == before
