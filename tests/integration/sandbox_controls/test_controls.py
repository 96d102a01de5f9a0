"""The levers of the world: health, faults, the clock, and a sentence for what they do not take."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.town import Town, world_only

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
async def world() -> AsyncIterator[Town]:
    async with world_only() as town:
        yield town


async def asked(world: Town, method: str, path: str, body: str = "") -> tuple[int, Any]:
    """Status and JSON of a call with this very body."""
    async with world.http.request(method, f"{world.base}{path}", data=body) as answer:
        return answer.status, await answer.json()


async def test_health_follows_the_bot(world: Town) -> None:
    assert await asked(world, "GET", "/sim/health") == (200, {"ready": True})
    world.world.controls.is_ready = lambda: False
    assert await asked(world, "GET", "/sim/health") == (503, {"ready": False})


@pytest.mark.parametrize("where", ["telegram", "esoz"])
@pytest.mark.parametrize("kind", ["429", "500", "403", "slow", "drop", "garbage", "lost", "held"])
async def test_every_fault_can_be_asked_for(world: Town, where: str, kind: str) -> None:
    wanted = {"where": where, "kind": kind, "match": "x", "times": 2, "retry_after": 7}
    assert await world.call("POST", "/sim/faults", wanted) == {"added": wanted}


async def test_fault_happens_as_often_as_asked_and_can_be_taken_back(world: Town) -> None:
    await world.fault("esoz", "500", times=1)
    assert [await status_of_a_look_up(world) for _ in range(2)] == [500, 401]
    await world.fault("esoz", "500", times=100)
    assert await world.call("DELETE", "/sim/faults") == {"cleared": True}
    assert await status_of_a_look_up(world) == 401


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param("", "Invalid JSON", id="empty"),
        pytest.param("{", "Invalid JSON", id="broken"),
        pytest.param("[]", "Input should be", id="list"),
        pytest.param("{}", "where: Field required; kind: Field required", id="nothing"),
        pytest.param('{"where": "moon", "kind": "500"}', "where: Input should be", id="where"),
        pytest.param('{"where": "esoz", "kind": "42"}', "kind: Input should be", id="kind"),
        pytest.param('{"where": "esoz", "kind": "500", "times": 0}', "times: ", id="never"),
        pytest.param('{"where": "diia", "kind": "held"}', "an answer is lost or", id="not held"),
        pytest.param('{"where": "esoz", "kind": "500", "often": 1}', "often: Extra", id="extra"),
        pytest.param(
            '{"where": "esoz", "kind": "429", "retry_after": -1}', "retry_after: ", id="past"
        ),
    ],
)
async def test_fault_that_is_none_is_refused_with_a_sentence(
    world: Town, body: str, said: str
) -> None:
    status, answer = await asked(world, "POST", "/sim/faults", body)
    assert status == 400
    assert said in answer["error"]


async def test_clock_moves_by_seconds_both_ways(world: Town) -> None:
    before = await now(world)
    await world.call("POST", "/sim/clock", {"advance_seconds": 86400})
    assert timedelta(days=1) <= await now(world) - before < timedelta(days=1, minutes=1)
    await world.call("POST", "/sim/clock", {"advance_seconds": -86400})
    assert await now(world) - before < timedelta(minutes=1)


async def test_clock_moves_to_a_moment_in_any_zone(world: Town) -> None:
    await world.call("POST", "/sim/clock", {"set": "2027-03-01T09:00:00+02:00"})
    wanted = datetime(2027, 3, 1, 7, tzinfo=UTC)
    assert wanted <= await now(world) < wanted + timedelta(minutes=1)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param("tomorrow", "Invalid JSON", id="no-json"),
        pytest.param("{}", "give advance_seconds or set", id="nothing"),
        pytest.param(
            '{"advance_seconds": 1, "set": "2027-03-01T09:00:00Z"}',
            "give advance_seconds or set",
            id="both",
        ),
        pytest.param('{"advance_seconds": "soon"}', "advance_seconds: ", id="words"),
        pytest.param('{"advance_seconds": NaN}', "advance_seconds: ", id="nan"),
        pytest.param('{"advance_seconds": 1e300}', "advance_seconds: ", id="for-ever"),
        pytest.param('{"set": "2027-03-01T09:00:00"}', "set: ", id="no-zone"),
        pytest.param('{"set": "9999-12-31T23:59:59Z"}', "2000 to the year 2100", id="end-of-time"),
        pytest.param('{"set": "0001-01-01T00:00:00Z"}', "2000 to the year 2100", id="early"),
        pytest.param('{"hours": 2}', "hours: Extra", id="unknown"),
    ],
)
async def test_move_that_is_none_is_refused_with_a_sentence(
    world: Town, body: str, said: str
) -> None:
    before = await now(world)
    status, answer = await asked(world, "POST", "/sim/clock", body)
    assert status == 400
    assert said in answer["error"]
    assert await now(world) - before < timedelta(minutes=1)


async def status_of_a_look_up(world: Town) -> int:
    """401 when nothing is wrong: the question has no token."""
    async with world.http.get(f"{world.base}/esoz/api/service_requests") as answer:
        return answer.status


async def now(world: Town) -> datetime:
    return datetime.fromisoformat((await world.call("GET", "/sim/clock"))["now"])
