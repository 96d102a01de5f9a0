"""A patient's allowance of look-ups."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.db.engine import create_engine
from bot.db.repositories.lookups import LookupRepository
from bot.errors import TooManyLookups

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
OLENA = 7_000_000_001
IVAN = 42
MINUTE = timedelta(minutes=1)


@pytest.fixture
def lookups(engine: AsyncEngine) -> LookupRepository:
    return LookupRepository(engine)


async def take(lookups: LookupRepository, times: int, *, start: datetime = NOW) -> list[str]:
    """Look up `times` times, a minute apart."""
    return [await lookups.take(telegram_id=OLENA, now=start + i * MINUTE) for i in range(times)]


async def test_sixth_lookup_within_ten_minutes_is_refused_until_the_first_is_old(
    lookups: LookupRepository,
) -> None:
    tickets = await take(lookups, 5)
    assert len(set(tickets)) == 5
    with pytest.raises(TooManyLookups) as refusal:
        await lookups.take(telegram_id=OLENA, now=NOW + 5 * MINUTE)
    assert refusal.value.free_at == NOW + 10 * MINUTE


async def test_lookup_is_free_at_the_moment_that_was_named(lookups: LookupRepository) -> None:
    await take(lookups, 5)
    with pytest.raises(TooManyLookups):
        await lookups.take(telegram_id=OLENA, now=NOW + 10 * MINUTE - timedelta(microseconds=1))
    assert await lookups.take(telegram_id=OLENA, now=NOW + 10 * MINUTE)
    with pytest.raises(TooManyLookups) as refusal:
        await lookups.take(telegram_id=OLENA, now=NOW + 10 * MINUTE)
    assert refusal.value.free_at == NOW + 11 * MINUTE


async def test_refused_lookup_does_not_count(lookups: LookupRepository) -> None:
    await take(lookups, 5)
    for _ in range(3):
        with pytest.raises(TooManyLookups):
            await lookups.take(telegram_id=OLENA, now=NOW + 9 * MINUTE)
    assert await take(lookups, 5, start=NOW + 14 * MINUTE)


async def test_one_patient_does_not_use_up_anothers(lookups: LookupRepository) -> None:
    await take(lookups, 5)
    assert await lookups.take(telegram_id=IVAN, now=NOW + 5 * MINUTE)


async def test_lookup_given_back_may_be_taken_again_once(lookups: LookupRepository) -> None:
    tickets = await take(lookups, 5)
    await lookups.give_back(tickets[2])
    await lookups.give_back(tickets[2])
    assert await lookups.take(telegram_id=OLENA, now=NOW + 5 * MINUTE)
    with pytest.raises(TooManyLookups):
        await lookups.take(telegram_id=OLENA, now=NOW + 5 * MINUTE)


async def test_limit_and_window_are_the_operators_choice(engine: AsyncEngine) -> None:
    lookups = LookupRepository(engine, limit=1, window=timedelta(seconds=30))
    await lookups.take(telegram_id=OLENA, now=NOW)
    with pytest.raises(TooManyLookups) as refusal:
        await lookups.take(telegram_id=OLENA, now=NOW)
    assert refusal.value.free_at == NOW + timedelta(seconds=30)


async def test_twenty_lookups_at_once_through_two_processes_get_five_tickets(
    engine: AsyncEngine, database_url: str
) -> None:
    other_engine = create_engine(database_url)
    here, there = LookupRepository(engine), LookupRepository(other_engine)
    answers = await asyncio.gather(
        *(
            lookups.take(telegram_id=OLENA, now=NOW)
            for _ in range(10)
            for lookups in (here, there)
        ),
        return_exceptions=True,
    )
    await other_engine.dispose()
    assert len({answer for answer in answers if isinstance(answer, str)}) == 5
    assert sum(isinstance(answer, TooManyLookups) for answer in answers) == 15
