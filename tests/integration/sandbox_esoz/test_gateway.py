"""What the gateway asks of a call, in its own order and words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.integration.sandbox_esoz.conftest import World

NEW = "8830-3875-8474-6820"
NO_BEARER = "Authorization header is not set or doesn't contain Bearer token"
NO_SCOPE = (
    "Your scope does not allow to access this resource. Missing allowances: service_request:read"
)


@pytest.mark.parametrize(
    ("headers", "status", "kind", "message"),
    [
        pytest.param({"Authorization": None}, 401, "access_denied", NO_BEARER, id="no token"),
        pytest.param(
            {"Authorization": None, "api-key": None},
            401,
            "access_denied",
            NO_BEARER,
            id="neither: the token is asked for first",
        ),
        pytest.param(
            {"Authorization": "Basic eA=="}, 401, "access_denied", NO_BEARER, id="not a bearer"
        ),
        pytest.param(
            {"api-key": None}, 401, "access_denied", "API-KEY header required", id="no api-key"
        ),
        pytest.param(
            {"api-key": "wrong"}, 401, "access_denied", "Invalid api key", id="wrong api-key"
        ),
        pytest.param(
            {"Authorization": "Bearer wrong"},
            401,
            "access_denied",
            "Invalid access token",
            id="wrong token",
        ),
        pytest.param(
            {"Authorization": "Bearer sandbox-expired-token"},
            401,
            "access_denied",
            "Invalid access token",
            id="expired token",
        ),
        pytest.param(
            {"Authorization": "Bearer sandbox-unscoped-token"},
            403,
            "forbidden",
            NO_SCOPE,
            id="scope",
        ),
    ],
)
async def test_call_is_refused_in_the_words_of_the_gateway(
    world: World, headers: dict[str, str | None], status: int, kind: str, message: str
) -> None:
    answer = await world.ask(headers=headers, requisition=NEW)
    body = await answer.json()
    assert answer.status == status
    assert body["meta"]["code"] == status
    assert body["error"] == {"type": kind, "message": message}


async def test_forbidden_number_is_refused_by_abac(world: World) -> None:
    answer = await world.ask(requisition=world.esoz.forbidden_number)
    assert answer.status == 403
    assert (await answer.json())["error"] == {"type": "forbidden", "message": "Access denied"}
    numbers = {row["number"] for row in await world.sim("referrals")}
    assert world.esoz.forbidden_number in numbers


@pytest.mark.parametrize(
    ("path", "prefix"),
    [("/esoz/api/nothing", "/api"), ("/esoz/api/pis/nothing", "/api/pis"), ("/esoz/x", "/api")],
)
async def test_unknown_path_has_no_rule(world: World, path: str, prefix: str) -> None:
    answer = await world.ask(path)
    assert answer.status == 403
    message = f"ACL: No matching rule was found for path {prefix}"
    assert (await answer.json())["error"] == {"type": "forbidden", "message": message}


async def test_unknown_method_has_no_rule(world: World) -> None:
    answer = await world.client.post("/esoz/api/service_requests", headers=world.headers, json={})
    assert answer.status == 403
    assert "No matching rule" in (await answer.json())["error"]["message"]


async def test_other_content_type_is_refused(world: World) -> None:
    answer = await world.ask(headers={"Content-Type": "text/plain"}, requisition=NEW)
    assert answer.status == 415
    assert (await answer.json())["error"]["type"] == "content_type_invalid"


async def test_request_id_of_the_caller_comes_back(world: World) -> None:
    answer = await world.ask(headers={"X-Request-ID": "my-own"}, requisition=NEW)
    assert answer.headers["X-Request-ID"] == "my-own"
    assert (await answer.json())["meta"]["request_id"] == "my-own"


async def test_request_id_is_made_when_the_caller_has_none(world: World) -> None:
    answer = await world.ask(requisition=NEW)
    made = answer.headers["X-Request-ID"]
    assert re.fullmatch(r"[0-9a-f-]{36}#\d+", made)
    assert (await answer.json())["meta"]["request_id"] == made


async def test_answers_tell_how_many_calls_are_left(world: World) -> None:
    first = await world.ask(requisition=NEW)
    second = await world.ask(requisition=NEW)
    left = [int(one.headers["X-RateLimit-Remaining-minute"]) for one in (first, second)]
    assert left[0] < int(first.headers["X-RateLimit-Limit-minute"])
    await world.clock.advance(60)
    third = await world.ask(requisition=NEW)
    assert int(third.headers["X-RateLimit-Remaining-minute"]) >= left[1]
