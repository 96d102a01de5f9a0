"""Removes what has served its time; docs/data.md tells patients these periods."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete

from bot.db.repositories.lookups import LOOKUP_WINDOW
from bot.db.tables import (
    conversations,
    handled_updates,
    lookups,
    number_messages,
    searches,
    watches,
)
from bot.db.transaction import writing

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncEngine

# Telegram keeps an undelivered update 24 hours and lets a bot delete a message for 48.
_KEPT_UPDATES = timedelta(hours=48)
_KEPT_NUMBER_MESSAGES = timedelta(hours=48)
_KEPT_CONVERSATIONS = timedelta(days=30)
_KEPT_SEARCHES = timedelta(days=7)
_KEPT_TOLD_WATCHES = timedelta(days=30)


class RetentionRepository:
    """`lookup_window` must be that of LookupRepository: a younger look-up still counts."""

    def __init__(self, engine: AsyncEngine, lookup_window: timedelta = LOOKUP_WINDOW) -> None:
        self._engine = engine
        self._kept = (
            (handled_updates.c.handled_at, _KEPT_UPDATES),
            (number_messages.c.sent_at, _KEPT_NUMBER_MESSAGES),
            (lookups.c.at, lookup_window),
            (conversations.c.updated_at, _KEPT_CONVERSATIONS),
            (searches.c.created_at, _KEPT_SEARCHES),
            (watches.c.told_at, _KEPT_TOLD_WATCHES),  # NULL while there is something to tell
        )

    async def purge(self, now: datetime) -> dict[str, int]:
        """Remove rows older than their time and count them by table.

        One transaction a table, so that patients wait less. Raises Unavailable when the database
        fails; what is removed by then stays removed.
        """
        removed = {}
        for moment, kept in self._kept:
            async with writing(self._engine) as connection:
                gone = await connection.execute(delete(moment.table).where(moment < now - kept))
            removed[moment.table.name] = gone.rowcount
        return removed
