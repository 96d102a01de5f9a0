"""Moments in the database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select
from sqlalchemy.exc import StatementError

from bot.db.tables import handled_updates

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

ZONES = st.timedeltas(timedelta(hours=-14), timedelta(hours=14)).map(
    lambda offset: timezone(timedelta(minutes=offset // timedelta(minutes=1)))
)
MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=ZONES)


@given(moment=MOMENTS)
@settings(
    max_examples=50,
    deadline=None,  # a database is no clockwork
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # each example clears the table
)
async def test_aware_moment_comes_back_equal_and_in_utc(
    engine: AsyncEngine, moment: datetime
) -> None:
    async with engine.begin() as connection:
        await connection.execute(delete(handled_updates))
        await connection.execute(insert(handled_updates).values(update_id=1, handled_at=moment))
        stored = await connection.scalar(select(handled_updates.c.handled_at))
    assert stored == moment
    assert stored.tzinfo is UTC


@given(first=MOMENTS, second=MOMENTS)
@settings(
    max_examples=50,
    deadline=None,  # a database is no clockwork
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # each example clears the table
)
async def test_database_compares_moments_as_time_does(
    engine: AsyncEngine, first: datetime, second: datetime
) -> None:
    async with engine.begin() as connection:
        await connection.execute(delete(handled_updates))
        await connection.execute(insert(handled_updates).values(update_id=1, handled_at=first))
        earlier = await connection.scalar(select(handled_updates.c.handled_at < second))
    assert bool(earlier) == (first < second)


async def test_naive_moment_is_refused(engine: AsyncEngine) -> None:
    naive = datetime(2026, 11, 22)
    async with engine.begin() as connection:
        with pytest.raises(StatementError, match="time zone"):
            await connection.execute(insert(handled_updates).values(update_id=1, handled_at=naive))
