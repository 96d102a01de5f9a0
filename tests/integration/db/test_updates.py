"""Updates that are done."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from bot.db.repositories.updates import UpdateRepository
from bot.db.tables import handled_updates

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
UPDATE = 4_900_000_001  # past 32 bits


async def test_update_is_handled_once_it_is_marked(engine: AsyncEngine) -> None:
    updates = UpdateRepository(engine)
    assert not await updates.is_handled(UPDATE)
    await updates.mark_handled(UPDATE, NOW)
    assert await updates.is_handled(UPDATE)
    assert not await updates.is_handled(UPDATE + 1)


async def test_marking_again_keeps_the_first_moment(engine: AsyncEngine) -> None:
    updates = UpdateRepository(engine)
    await updates.mark_handled(UPDATE, NOW)
    await updates.mark_handled(UPDATE, NOW + timedelta(hours=1))
    async with engine.connect() as connection:
        assert list(await connection.scalars(select(handled_updates.c.handled_at))) == [NOW]
