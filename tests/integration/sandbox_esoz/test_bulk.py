"""The bulk exports over HTTP: who may have them, how the files look, and how they go wrong."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest

from sandbox.faults import Fault, FaultKind, FaultPlace

if TYPE_CHECKING:
    from tests.integration.sandbox_esoz.conftest import World

SCOPES = {
    "parties": "party_bulk:read_pis",
    "employees": "employee_bulk:read_pis",
    "divisions": "division_bulk:read_pis",
    "legal_entities": "legal_entity_bulk:read_pis",
    "employee_roles": "employee_role_bulk:read_pis",
    "healthcare_services": "healthcare_service_bulk:read_pis",
    "contract_divisions": "contract_division_bulk:read_pis",
    "declarations_limit": "declaration_bulk:read_pis",
}
# Keys that ЕСОЗ requires, and the others that it may give (reference/esoz.md §3.1).
REQUIRED = {
    "parties": """
        id first_name last_name year_of_birth gender inserted_at verification_status
    """,
    "employees": """
        id position status employee_type is_active start_date legal_entity_id party_id
        inserted_at
    """,
    "divisions": """
        id name type mountain_group phones email inserted_at legal_entity_id status is_active
        addresses
    """,
    "legal_entities": """
        id name public_name status type edrpou addresses phones email is_active inserted_at
        residence_address
    """,
    "employee_roles": """
        id healthcare_service_id employee_id start_date status inserted_at
    """,
    "healthcare_services": """
        id legal_entity_id division_id category status is_active inserted_at
    """,
    "contract_divisions": """
        contract_id division_id contract_status contract_start_date contract_end_date
        contract_division_status changed_at
    """,
    "declarations_limit": """
        party_id declarations_limit declarations_count
    """,
}
OPTIONAL = {
    "parties": """
        second_name updated_at educations qualifications specialities science_degree
        about_myself working_experience tax_id
    """,
    "employees": """
        end_date division_id updated_at status_reason additional_info speciality
    """,
    "divisions": """
        external_id updated_at location working_hours dls_id dls_verified
    """,
    "legal_entities": """
        short_name owner_property_type legal_form kveds updated_at website status_reason
        accreditation
    """,
    "employee_roles": """
        end_date updated_at
    """,
    "healthcare_services": """
        speciality_type providing_condition type comment coverage_area available_time
        not_available updated_at license_id
    """,
    "contract_divisions": "",
    "declarations_limit": "",
}


def _path(export: str) -> str:
    return f"/esoz/api/pis/bulk/{export}"


@pytest.mark.parametrize("export", SCOPES)
async def test_file_is_an_envelope_with_the_day_of_the_snapshot(world: World, export: str) -> None:
    answer = await world.ask(_path(export), {"Authorization": None})
    assert answer.status == 200
    assert answer.content_type == "application/octet-stream"
    file = json.loads(await answer.read())
    assert list(file) == ["meta", "data"]
    assert file["meta"].pop("url").endswith(_path(export))
    assert file["meta"] == {
        "code": 200,
        "type": "list",
        "request_id": answer.headers["X-Request-ID"],
        "date": "2026-11-22T00:00:00.000Z",
    }
    assert file["data"]


async def test_snapshot_is_of_the_day_that_the_clock_shows(world: World) -> None:
    await world.clock.advance(3 * 86_400)
    file = json.loads(await (await world.ask(_path("legal_entities"))).read())
    assert file["meta"]["date"] == "2026-11-25T00:00:00.000Z"


@pytest.mark.parametrize("export", SCOPES)
async def test_rows_have_the_keys_that_esoz_names(world: World, export: str) -> None:
    required, optional = set(REQUIRED[export].split()), set(OPTIONAL[export].split())
    met: set[str] = set()
    for row in await world.bulk(export):
        assert required <= set(row) <= required | optional
        met.update(row)
    assert met >= required


@pytest.mark.parametrize("export", SCOPES)
@pytest.mark.parametrize(
    ("api_key", "status", "kind", "message"),
    [
        (None, 401, "access_denied", "Api key is not set"),
        ("wrong", 401, "access_denied", "Invalid api key"),
        (
            "sandbox-unscoped-api-key",
            403,
            "forbidden",
            "Your scope does not allow to access this resource. Missing allowances: ",
        ),
    ],
    ids=["none", "wrong", "unscoped"],
)
async def test_only_the_api_key_is_asked_for(
    world: World, export: str, api_key: str | None, status: int, kind: str, message: str
) -> None:
    answer = await world.ask(_path(export), {"Authorization": None, "api-key": api_key})
    assert answer.status == status
    wanted = message + SCOPES[export] if status == 403 else message
    assert (await answer.json())["error"] == {"type": kind, "message": wanted}


async def test_depth_gives_only_what_was_changed_since(world: World) -> None:
    changed = await world.bulk("parties", depth="5")
    all_rows = await world.bulk("parties")
    assert 0 < len(changed) < len(all_rows) / 10
    assert all(row["updated_at"] >= "2026-11-17" for row in changed)
    expected = {row["id"] for row in all_rows if row["updated_at"] >= "2026-11-17"}
    assert {row["id"] for row in changed} == expected


async def test_depth_that_is_no_number_is_refused(world: World) -> None:
    answer = await world.ask(_path("parties"), depth="week")
    assert answer.status == 422
    assert (await answer.json())["error"]["invalid"][0]["entry"] == "$.depth"


async def test_some_rows_come_twice_and_are_the_same(world: World) -> None:
    rows = await world.bulk("parties")
    twice = [one for one, count in Counter(row["id"] for row in rows).items() if count > 1]
    assert 1 <= len(twice) < 20
    copies = [row for row in rows if row["id"] == twice[0]]
    assert copies[0] == copies[1]


async def _keep(content: aiohttp.StreamReader, came: bytearray) -> None:
    async for piece in content.iter_any():
        came += piece


def _spoil(world: World, kind: FaultKind) -> None:
    world.faults.add(Fault(FaultPlace.ESOZ, kind, "bulk/employees"))


async def test_dropped_file_ends_in_the_middle(world: World) -> None:
    _spoil(world, FaultKind.DROP)
    answer = await world.ask(_path("employees"))
    assert answer.status == 200
    came = bytearray()
    with pytest.raises(aiohttp.ClientPayloadError):
        await _keep(answer.content, came)
    assert came.count(b'"party_id"') > 10
    assert len(await world.bulk("employees")) > 2000, "only the next call fails"


async def test_garbage_stands_in_the_middle_of_the_file(world: World) -> None:
    _spoil(world, FaultKind.GARBAGE)
    answer = await world.ask(_path("employees"))
    file = await answer.read()
    assert answer.status == 200
    with pytest.raises(ValueError, match="line"):
        json.loads(file)
    assert file.startswith(b'{"meta"')
    assert file.endswith(b"]}\n")


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (FaultKind.TOO_MANY_REQUESTS, 429),
        (FaultKind.SERVER_ERROR, 500),
        (FaultKind.FORBIDDEN, 403),
    ],
)
async def test_other_faults_are_as_everywhere(world: World, kind: FaultKind, status: int) -> None:
    _spoil(world, kind)
    assert (await world.ask(_path("employees"))).status == status
    assert (await world.ask(_path("divisions"))).status == 200


async def test_short_file_of_changes_is_spoiled_too(world: World) -> None:
    await world.clock.advance(30 * 86_400)
    _spoil(world, FaultKind.DROP)
    answer = await world.ask(_path("employees"), depth="1")
    with pytest.raises(aiohttp.ClientPayloadError):
        await answer.read()


async def test_others_are_answered_while_a_file_is_written(world: World) -> None:
    answer = await world.ask(_path("employees"))
    people: list[Any] = await world.sim("people")
    assert people
    assert json.loads(await answer.read())["data"]
