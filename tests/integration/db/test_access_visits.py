"""When a patient last looked at the accesses of a person."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from bot.db.repositories.access_visits import AccessVisitRepository
from bot.db.tables import access_visits

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
OLENA, IVAN = 7_000_000_001, 42


async def test_each_visit_gives_the_one_before_it(engine: AsyncEngine) -> None:
    visits = AccessVisitRepository(engine)
    assert await visits.note(OLENA, "person", NOW) is None
    later = NOW + timedelta(days=3)
    assert await visits.note(OLENA, "person", later) == NOW
    assert await visits.note(OLENA, "person", later) == later


async def test_visits_are_apart_by_patient_and_by_person(engine: AsyncEngine) -> None:
    visits = AccessVisitRepository(engine)
    await visits.note(OLENA, "person", NOW)
    assert await visits.note(IVAN, "person", NOW) is None
    assert await visits.note(OLENA, "child", NOW) is None


async def test_no_id_of_a_person_is_stored_readable(engine: AsyncEngine) -> None:
    await AccessVisitRepository(engine).note(OLENA, "person-of-esoz", NOW)
    async with engine.connect() as connection:
        [stored] = await connection.scalars(select(access_visits.c.person))
    assert "person-of-esoz" not in stored
