"""A patient's allowance of number look-ups: so many within a moving window of time."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import delete, func, insert, select

from bot.db.tables import lookups
from bot.db.transaction import writing
from bot.errors import TooManyLookups

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

LOOKUP_LIMIT = 5
LOOKUP_WINDOW = timedelta(minutes=10)


class LookupRepository:
    """Every method raises Unavailable when the database fails."""

    def __init__(
        self, engine: AsyncEngine, limit: int = LOOKUP_LIMIT, window: timedelta = LOOKUP_WINDOW
    ) -> None:
        self._engine = engine
        self._limit = limit
        self._window = window

    async def take(self, *, telegram_id: int, now: datetime) -> str:
        """Use one look-up and return its ticket; raises TooManyLookups when none is left.

        A look-up counts until its age is the window. Calls of one patient, from any process, go
        one after another.
        """
        ticket = uuid4().hex
        async with writing(self._engine) as connection:
            await _wait_for_turn(connection, telegram_id)
            await self._check(connection, telegram_id, now)
            await connection.execute(
                insert(lookups).values(id=ticket, telegram_id=telegram_id, at=now)
            )
        return ticket

    async def give_back(self, ticket: str) -> None:
        """Undo `take` for a look-up that got no answer; an unknown ticket changes nothing."""
        async with writing(self._engine) as connection:
            await connection.execute(delete(lookups).where(lookups.c.id == ticket))

    async def _check(self, connection: AsyncConnection, telegram_id: int, now: datetime) -> None:
        newest = (
            select(lookups.c.at)
            .where(lookups.c.telegram_id == telegram_id, lookups.c.at > now - self._window)
            .order_by(lookups.c.at.desc())
            .limit(self._limit)
        )
        taken = list(await connection.scalars(newest))
        if len(taken) == self._limit:
            raise TooManyLookups(free_at=taken[-1] + self._window)


async def _wait_for_turn(connection: AsyncConnection, telegram_id: int) -> None:
    """Hold this patient's counting until commit; SQLite's write lock holds it already."""
    if connection.dialect.name == "postgresql":
        await connection.execute(select(func.pg_advisory_xact_lock(telegram_id)))
