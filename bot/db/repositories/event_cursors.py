"""How far ЕСОЗ's feed of status changes was read; implements FeedCursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import update

from bot.db.event_tables import event_cursors
from bot.db.insertion import insert_into
from bot.db.transaction import writing

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncEngine

_cursor = event_cursors.c


class EventCursorRepository:
    """Every method raises Unavailable when the database fails."""

    def __init__(self, engine: AsyncEngine, feed: str) -> None:
        self._engine = engine
        self._feed = feed

    async def claim(self, now: datetime, until: datetime) -> datetime | None:
        """Return how far it was read, `now` for the first time; None where it is not time yet."""
        begun = insert_into(self._engine, event_cursors).values(
            feed=self._feed, read_until=now, next_at=now
        )
        taken = (
            update(event_cursors)
            .where(_cursor.feed == self._feed, _cursor.next_at <= now)
            .values(next_at=until)
            .returning(_cursor.read_until)
        )
        async with writing(self._engine) as connection:
            await connection.execute(begun.on_conflict_do_nothing())
            read_until: datetime | None = (await connection.execute(taken)).scalar_one_or_none()
        return read_until

    async def move(self, read_until: datetime, next_at: datetime) -> None:
        moved = update(event_cursors).where(_cursor.feed == self._feed)
        async with writing(self._engine) as connection:
            await connection.execute(moved.values(read_until=read_until, next_at=next_at))
