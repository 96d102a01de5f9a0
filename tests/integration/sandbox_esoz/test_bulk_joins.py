"""The exports belong together: what one names stands in another, and nobody in them is real."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.integration.sandbox_esoz.conftest import World

DECLARED = {"FAMILY_DOCTOR": 1800, "THERAPIST": 2000, "PEDIATRICIAN": 900}
WEEK = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}


async def _by_id(world: World, export: str) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in await world.bulk(export)}


async def test_every_employee_has_a_party_and_a_place(world: World) -> None:
    parties, divisions = await _by_id(world, "parties"), await _by_id(world, "divisions")
    facilities = await _by_id(world, "legal_entities")
    kinds = Counter[str]()
    for employee in (await _by_id(world, "employees")).values():
        assert employee["party_id"] in parties
        assert employee["legal_entity_id"] in facilities
        kinds[employee["employee_type"]] += 1
        if employee["employee_type"] != "OWNER":
            division = divisions[employee["division_id"]]
            assert division["legal_entity_id"] == employee["legal_entity_id"]
    assert set(kinds) == {"DOCTOR", "SPECIALIST", "OWNER"}
    assert kinds["DOCTOR"] * 2 < kinds["SPECIALIST"]


async def test_every_division_service_and_contract_has_its_facility(world: World) -> None:
    facilities, divisions = await _by_id(world, "legal_entities"), await _by_id(world, "divisions")
    assert {row["legal_entity_id"] for row in divisions.values()} == set(facilities)
    for service in await world.bulk("healthcare_services"):
        division = divisions[service["division_id"]]
        assert division["legal_entity_id"] == service["legal_entity_id"]
    contracts = await world.bulk("contract_divisions")
    assert {row["division_id"] for row in contracts} < set(divisions)
    assert {row["contract_status"] for row in contracts} == {"active", "terminated"}
    assert {row["contract_division_status"] for row in contracts} == {"active", "inactive"}


async def test_every_role_joins_an_employee_to_a_service_of_the_same_division(
    world: World,
) -> None:
    employees = await _by_id(world, "employees")
    services = await _by_id(world, "healthcare_services")
    doctors = {key for key, one in employees.items() if one["employee_type"] != "OWNER"}
    roles = (await _by_id(world, "employee_roles")).values()
    assert {role["employee_id"] for role in roles} == doctors
    for role in roles:
        employee, service = employees[role["employee_id"]], services[role["healthcare_service_id"]]
        assert employee["division_id"] == service["division_id"]
        assert employee["speciality"]["speciality"] == service["speciality_type"]
        assert (role["status"] == "ACTIVE") is employee["is_active"]


async def test_limits_are_of_those_who_hold_declarations_and_some_are_reached(
    world: World,
) -> None:
    limits = {row["party_id"]: row for row in await world.bulk("declarations_limit")}
    holders = {
        row["party_id"]
        for row in await world.bulk("employees")
        if row["employee_type"] == "DOCTOR"
    }
    assert set(limits) == holders
    left = [row["declarations_limit"] - row["declarations_count"] for row in limits.values()]
    assert {row["declarations_limit"] for row in limits.values()} == set(DECLARED.values())
    assert min(left) < 0
    assert 0.1 < left.count(0) / len(left) < 0.4
    assert sum(count > 0 for count in left) > len(left) / 2


async def test_specialities_of_a_doctor_have_one_main_one(world: World) -> None:
    parties = [row for row in await world.bulk("parties") if "specialities" in row]
    for party in parties:
        mains = [one for one in party["specialities"] if one["speciality_officio"]]
        assert len(mains) == 1
    assert any(len(party["specialities"]) > 1 for party in parties)


async def test_things_that_are_over_are_in_the_exports_too(world: World) -> None:
    facilities = await _by_id(world, "legal_entities")
    divisions = await _by_id(world, "divisions")
    employees = (await _by_id(world, "employees")).values()
    assert {row["status"] for row in facilities.values()} >= {"ACTIVE", "CLOSED", "SUSPENDED"}
    assert {row["status"] for row in divisions.values()} == {"ACTIVE", "INACTIVE"}
    left = [row for row in employees if row["status"] == "DISMISSED"]
    assert left
    assert all("end_date" in row and not row["is_active"] for row in left)
    at_work = [row for row in employees if row["is_active"] and row["employee_type"] != "OWNER"]
    places = Counter(row["party_id"] for row in at_work)
    assert any(count > 1 for count in places.values()), "some work at two places"


async def test_points_are_in_ukraine_once_swapped_ones_are_mended(world: World) -> None:
    divisions = (await _by_id(world, "divisions")).values()
    points = [row["location"] for row in divisions if "location" in row]
    swapped = [one for one in points if one["latitude"] < one["longitude"]]
    assert 0 < len(points) < len(divisions), "some have no point"
    assert 0 < len(swapped) < len(points) / 10, "latitude is the greater one in Ukraine"
    for one in points:
        latitude, longitude = sorted((one["latitude"], one["longitude"]), reverse=True)
        assert 44 < latitude < 52.5
        assert 22 < longitude < 40.3


async def test_working_hours_are_in_the_notation_of_esoz(world: World) -> None:
    divisions = (await _by_id(world, "divisions")).values()
    hour = re.compile(r"([01]\d|2[0-3])\.[0-5]\d")
    for division in divisions:
        assert set(division["working_hours"]) in (set(), WEEK)
        for pairs in division["working_hours"].values():
            for opens, closes in pairs:
                assert hour.fullmatch(opens)
                assert hour.fullmatch(closes)
                assert opens < closes
    assert any(not division["working_hours"] for division in divisions)
    assert any(division["working_hours"].get("sat") for division in divisions)


async def test_numbers_reach_nobody_real(world: World) -> None:
    """No subscriber's number begins with 000, no company's code with 99, nothing is sent there."""
    facilities = await world.bulk("legal_entities")
    for row in [*facilities, *await world.bulk("divisions")]:
        assert row["email"].endswith("@example.com")
        for phone in row["phones"]:
            assert re.fullmatch(r"\+380\d\d000\d{4}", phone["number"])
    assert all(re.fullmatch(r"99\d{6}", row["edrpou"]) for row in facilities)
    assert not any("tax_id" in row for row in await world.bulk("parties"))
