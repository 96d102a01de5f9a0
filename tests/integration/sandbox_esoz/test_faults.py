"""Faults on demand, seen from the side of a client."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import aiohttp
import pytest

from sandbox.faults import Fault, FaultKind, FaultPlace

if TYPE_CHECKING:
    from tests.integration.sandbox_esoz.conftest import World

NEW = "8830-3875-8474-6820"


def _fault(kind: FaultKind, match: str = "", retry_after: int | None = None) -> Fault:
    return Fault(FaultPlace.ESOZ, kind, match, retry_after=retry_after)


async def test_rate_limit_is_plain_text_with_headers(world: World) -> None:
    world.faults.add(_fault(FaultKind.TOO_MANY_REQUESTS, retry_after=7))
    answer = await world.ask(requisition=NEW)
    assert answer.status == 429
    assert answer.content_type == "text/plain"
    assert await answer.text() == "API rate limit exceeded"
    assert answer.headers["X-RateLimit-Remaining-minute"] == "0"
    assert answer.headers["Retry-After"] == "7"


async def test_rate_limit_without_retry_after_does_not_invent_one(world: World) -> None:
    world.faults.add(_fault(FaultKind.TOO_MANY_REQUESTS))
    assert "Retry-After" not in (await world.ask(requisition=NEW)).headers


async def test_outage_is_an_envelope(world: World) -> None:
    world.faults.add(_fault(FaultKind.SERVER_ERROR))
    answer = await world.ask(requisition=NEW)
    assert answer.status == 500
    error = (await answer.json())["error"]
    assert error == {"type": "internal_error", "message": "Remote server internal error"}


async def test_firewall_answers_with_a_page(world: World) -> None:
    world.faults.add(_fault(FaultKind.FORBIDDEN))
    answer = await world.ask(requisition=NEW)
    assert answer.status == 403
    assert answer.content_type == "text/html"
    assert "<html>" in await answer.text()


async def test_garbage_is_called_json_and_is_none(world: World) -> None:
    world.faults.add(_fault(FaultKind.GARBAGE))
    answer = await world.ask(requisition=NEW)
    assert answer.status == 200
    assert answer.content_type == "application/json"
    with pytest.raises(ValueError, match="Expecting value"):
        json.loads(await answer.text())


async def test_dropped_connection_reaches_the_client_as_such(world: World) -> None:
    # A client tries an idempotent call once more by itself when a kept connection was cut.
    world.faults.add(Fault(FaultPlace.ESOZ, FaultKind.DROP, times=2))
    with pytest.raises(aiohttp.ClientConnectionError):
        await world.ask(requisition=NEW)


async def test_slow_answer_is_a_good_answer(world: World) -> None:
    world.esoz.slow_seconds = 0.12
    world.faults.add(_fault(FaultKind.SLOW))
    assert len((await world.search(NEW))["data"]) == 1


async def test_caller_who_hangs_up_is_not_waited_for(world: World) -> None:
    world.esoz.slow_seconds = 3600
    world.faults.add(_fault(FaultKind.SLOW))
    with pytest.raises(TimeoutError):
        await world.client.get(
            "/esoz/api/service_requests",
            headers=world.headers,
            timeout=aiohttp.ClientTimeout(total=0.05),
        )
    async with asyncio.timeout(10):
        await world.call_ended.wait()


async def test_fault_meets_only_the_call_that_it_names_and_only_once(world: World) -> None:
    world.faults.add(_fault(FaultKind.SERVER_ERROR, match="requisition=2096"))
    assert (await world.ask(requisition=NEW)).status == 200
    assert (await world.ask(requisition="2096-7718-3405-9921")).status == 500
    assert (await world.ask(requisition="2096-7718-3405-9921")).status == 200


async def test_faults_leave_the_persons_side_alone(world: World) -> None:
    world.faults.add(_fault(FaultKind.SERVER_ERROR))
    assert (await world.client.get("/sim/people")).status == 200
    assert (await world.at_desk(NEW, "use"))[0] == 200
    assert (await world.ask(requisition=NEW)).status == 500


async def test_lost_answer_belongs_to_a_call_that_was_carried_out(world: World) -> None:
    world.faults.add(Fault(FaultPlace.ESOZ, FaultKind.LOST, times=2))  # as with a dropped one
    with pytest.raises(aiohttp.ClientConnectionError):
        await world.ask(requisition=NEW)
    assert {call["status"] for call in await world.sim("esoz/calls")} == {200}


async def test_held_answer_waits_until_the_caller_hangs_up(world: World) -> None:
    world.faults.add(_fault(FaultKind.HELD))
    with pytest.raises(TimeoutError):
        await world.client.get(
            "/esoz/api/service_requests",
            params={"requisition": NEW},
            headers=world.headers,
            timeout=aiohttp.ClientTimeout(total=0.2),
        )
    async with asyncio.timeout(10):
        await world.call_ended.wait()
    [call] = await world.sim("esoz/calls")
    assert (call["method"], call["status"]) == ("GET", 200)
    assert NEW in call["path"]


async def test_calls_are_listed_from_where_one_stopped_reading(world: World) -> None:
    for _ in range(3):
        await world.ask(requisition=NEW)
    first, *later = await world.sim("esoz/calls")
    assert await world.sim(f"esoz/calls?since={first['n']}") == later
    assert len(later) == 2
