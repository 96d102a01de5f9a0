"""Referrals expire by the sandbox's clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.integration.sandbox_esoz.conftest import World

NEW, TAKEN = "8830-3875-8474-6820", "2096-7718-3405-9921"
WITHOUT_PROGRAM, OVERDUE = "2659-1183-0742-6694", "4870-3316-9258-1107"
TOMORROW = "3301-7789-5126-0948"


async def _row(world: World, number: str) -> dict[str, Any]:
    return next(row for row in await world.sim("referrals") if row["number"] == number)


async def _last_second(world: World, number: str) -> datetime:
    return datetime.fromisoformat((await _row(world, number))["expiration_date"])


async def test_referral_is_valid_until_the_last_second_of_its_last_day(world: World) -> None:
    last_second = await _last_second(world, NEW)
    await world.clock.set(last_second - timedelta(seconds=30))
    assert len((await world.search(NEW))["data"]) == 1
    await world.clock.set(last_second + timedelta(seconds=1))
    assert (await world.search(NEW))["data"] == []
    (record,) = (await world.search(NEW, status="recalled"))["data"]
    assert record["status_reason"]["coding"][0]["code"] == "autoexpired"
    assert record["program_processing_status"] == "new"


async def test_expiry_shows_on_the_persons_side_and_sends_nothing(world: World) -> None:
    before = await world.sim("outbox")
    await world.clock.set(await _last_second(world, NEW) + timedelta(days=1))
    assert (await _row(world, NEW))["status"] == "recalled"
    assert await world.sim("outbox") == before


async def test_referral_without_a_program_expires_too(world: World) -> None:
    await world.clock.set(await _last_second(world, WITHOUT_PROGRAM) + timedelta(days=1))
    assert (await _row(world, WITHOUT_PROGRAM))["status"] == "recalled"


async def test_referral_taken_into_work_does_not_expire(world: World) -> None:
    await world.clock.set(await _last_second(world, TAKEN) + timedelta(days=30))
    assert (await _row(world, TAKEN))["status"] == "active"


async def test_overdue_referral_is_active_until_the_job_of_the_next_night(world: World) -> None:
    assert await _last_second(world, OVERDUE) < world.clock.now()
    assert (await _row(world, OVERDUE))["status"] == "active"
    await world.clock.advance(timedelta(days=1).total_seconds())
    assert (await _row(world, OVERDUE))["status"] == "recalled"


async def test_referral_that_ends_tomorrow_ends_tomorrow(world: World) -> None:
    tomorrow = world.clock.now().astimezone(UTC).date() + timedelta(days=1)
    assert (await _last_second(world, TOMORROW)).date() == tomorrow


async def test_expired_referral_cannot_be_taken_into_work(world: World) -> None:
    await world.clock.set(await _last_second(world, NEW) + timedelta(days=1))
    status, answer = await world.at_desk(NEW, "use")
    assert (status, answer["error"]["message"]) == (409, "Invalid service request status")
