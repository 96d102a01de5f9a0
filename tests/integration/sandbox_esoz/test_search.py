"""The search of referrals by number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.integration.sandbox_esoz.conftest import World

NEW = "8830-3875-8474-6820"
COMPLETED = "3372-9041-1865-7720"
THREE, SEVEN = "8264-1075-3391-9947", "1593-7820-4466-3012"


async def test_new_referral_is_found_in_the_envelope_of_a_list(world: World) -> None:
    answer = await world.search(NEW)
    assert answer["meta"]["code"] == 200
    assert answer["meta"]["type"] == "list"
    assert "requisition=8830-3875-8474-6820" in answer["meta"]["url"]
    assert answer["paging"] == {
        "page_number": 1,
        "page_size": 50,
        "total_entries": 1,
        "total_pages": 1,
    }


async def test_record_has_every_key_of_the_documented_answer(world: World) -> None:
    (record,) = (await world.search(NEW))["data"]
    documented = """id requisition status status_history intent priority category code subject
        context occurrence_period requester_employee requester_legal_entity reason_reference
        permitted_resources performer_type quantity remaining_quantity note patient_instruction
        program program_processing_status program_processing_status_history expiration_date
        used_by_employee used_by_legal_entity used_by_legal_entity_history
        used_by_employee_history completed_with inform_with inserted_at updated_at identity"""
    assert set(documented.split()) <= set(record)
    assert record["status"] == "active"
    assert record["program_processing_status"] == "new"
    assert record["category"]["coding"][0]["code"] == "counselling"
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT23:59:59\.000Z", record["expiration_date"])
    assert record["identity"]["age"] == 40
    assert re.fullmatch(r"\w\.", record["identity"]["first_name"])


async def test_only_active_services_are_found_unless_a_status_is_asked_for(world: World) -> None:
    assert (await world.search(COMPLETED))["data"] == []
    (record,) = (await world.search(COMPLETED, status="completed"))["data"]
    assert record["program_processing_status"] == "completed"
    assert record["completed_with"]
    assert [change["status"] for change in record["status_history"]] == ["active", "completed"]


@pytest.mark.parametrize(
    ("status", "count"),
    [
        ("active", 4),
        ("completed", 1),
        ("recalled", 1),
        ("entered_in_error", 1),
        ("ACTIVE", 0),
        ("", 0),
    ],
)
async def test_status_is_matched_exactly_among_seven_services(
    world: World, status: str, count: int
) -> None:
    answer = await world.search(SEVEN, status=status)
    assert len(answer["data"]) == count
    assert answer["paging"]["total_entries"] == count


@pytest.mark.parametrize(
    "number",
    [
        pytest.param("1234-5678-9012-3456", id="unknown"),
        pytest.param("8830387584746820", id="without dashes"),
        pytest.param("8830-3875", id="a part of it"),
        pytest.param("02cx-k1am-8e84-9tto", id="lower case"),
    ],
)
async def test_nothing_but_the_exact_number_is_found(world: World, number: str) -> None:
    answer = await world.search(number)
    assert answer["data"] == []
    assert answer["paging"]["total_entries"] == 0


async def test_list_comes_in_pages(world: World) -> None:
    first = await world.search(SEVEN, page="1", page_size="3")
    second = await world.search(SEVEN, page="2", page_size="3")
    assert [len(first["data"]), len(second["data"])] == [3, 1]
    assert second["paging"] == {
        "page_number": 2,
        "page_size": 3,
        "total_entries": 4,
        "total_pages": 2,
    }
    assert not _ids(first) & _ids(second)


@pytest.mark.parametrize(
    ("query", "entry", "rule"),
    [
        ({}, "$.requisition", "required"),
        ({"requisition": NEW, "page": "0"}, "$.page", "number"),
        ({"requisition": NEW, "page": "one"}, "$.page", "cast"),
        ({"requisition": NEW, "page": "9" * 5000}, "$.page", "cast"),
        ({"requisition": NEW, "page_size": "101"}, "$.page_size", "number"),
        ({"requisition": NEW, "page_size": "-1"}, "$.page_size", "number"),
    ],
)
async def test_wrong_parameter_is_named_in_a_422(
    world: World, query: dict[str, str], entry: str, rule: str
) -> None:
    path = "/esoz/api/service_requests"
    answer = await world.client.get(path, params=query, headers=world.headers)
    assert answer.status == 422
    error = (await answer.json())["error"]
    assert error["type"] == "validation_failed"
    assert error["invalid"][0]["entry"] == entry
    assert error["invalid"][0]["entry_type"] == "query_param"
    assert error["invalid"][0]["rules"][0]["rule"] == rule


async def test_age_in_the_record_follows_the_clock(world: World) -> None:
    await world.clock.advance(300 * 24 * 3600)
    (record,) = (await world.search(NEW))["data"]
    assert record["identity"]["age"] == 41


def _ids(answer: dict[str, Any]) -> set[str]:
    return {record["id"] for record in answer["data"]}
