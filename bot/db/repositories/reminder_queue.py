"""Which reminders are due, which process says them, and what came of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from sqlalchemy import and_, or_, update

from bot.db.insertion import insert_into
from bot.db.reminder_rows import WAITING, Seals
from bot.db.repositories.due_rows import due_selected, read_due
from bot.db.repositories.reminder_outcomes import Outcomes
from bot.db.tables import push_chats, reminder_attempts, reminders
from bot.db.transaction import writing
from bot.domain.reminders import Lead, Outcome
from bot.domain.reminders.decision import MERGED_WITHIN
from bot.services.reminder_queue import Batch

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement, Row
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from bot.db.reminder_rows import Cipher
    from bot.services.reminder_queue import Settled

LEASE = timedelta(minutes=2)
"""A message takes half a minute at most, and half a second of them is claimed at once."""

_one = reminders.c
_chat = push_chats.c


class ReminderQueueRepository:
    """Every method raises Unavailable when the database fails."""

    def __init__(self, engine: AsyncEngine, cipher: Cipher, lease: timedelta = LEASE) -> None:
        self._engine = engine
        self._seals = Seals(cipher)
        self._lease = lease

    async def claim(self, now: datetime, most: int) -> Batch:
        """Hold the reminders of some chats that are due, about `most` of them.

        A chat is held as a whole, so that what it has to hear makes one message, from one
        process. The row is due again when the lease ends: a process that dies loses nothing.
        """
        claim = uuid4().hex
        async with writing(self._engine) as connection:
            due = await self._due(connection, now, most)
            if not due:
                return Batch(claim)
            chats = {row.telegram_id for row in due}
            rows = [*due, *await self._joining(connection, now, chats, {row.id for row in due})]
            held = await self._hold(connection, claim, now, chats, rows)
            await self._note_lost(connection, [row for row in rows if row.id in held], now)
        return Batch(claim, read_due([row for row in rows if row.id in held], self._seals))

    async def record(self, claim: str, settled: Sequence[Settled], now: datetime) -> None:
        """Note the outcomes, and what recurs next, in one transaction; the chats are free."""
        outcomes = Outcomes(self._engine, claim, settled, now)
        async with writing(self._engine) as connection:
            await outcomes.write(connection)

    async def _due(self, connection: AsyncConnection, now: datetime, most: int) -> list[Row[Any]]:
        is_free = or_(_chat.busy_until.is_(None), _chat.busy_until <= now)
        wanted = (
            due_selected()
            .where(_one.wake_at <= now, is_free)
            .order_by(_one.wake_at)
            .limit(most)
            # PostgreSQL; SQLite has one writer at a time anyway
            .with_for_update(of=push_chats, skip_locked=True)
        )
        return list(await connection.execute(wanted))

    async def _joining(
        self, connection: AsyncConnection, now: datetime, chats: set[int], known: set[int]
    ) -> list[Row[Any]]:
        """What else these chats have to hear now, or so soon that it comes with it."""
        is_soon = and_(_one.lead == Lead.TWO_HOURS.value, _one.wake_at <= now + MERGED_WITHIN)
        wanted = due_selected().where(
            _one.telegram_id.in_(chats),
            _one.id.not_in(known),
            _one.wake_at.is_not(None),
            or_(_one.wake_at <= now, is_soon),
        )
        return list(await connection.execute(wanted))

    async def _hold(
        self,
        connection: AsyncConnection,
        claim: str,
        now: datetime,
        chats: set[int],
        rows: Sequence[Row[Any]],
    ) -> set[int]:
        until = now + self._lease
        busy = update(push_chats).where(_chat.telegram_id.in_(chats)).values(busy_until=until)
        await connection.execute(busy)
        held = (
            update(reminders)
            .where(_one.id.in_([row.id for row in rows]), _is_untouched(now))
            .values(wake_at=until, claim=claim, attempts=_one.attempts + 1)
            .returning(_one.id)
        )
        return set(await connection.scalars(held))

    async def _note_lost(
        self, connection: AsyncConnection, rows: Sequence[Row[Any]], now: datetime
    ) -> None:
        """An attempt whose lease ended without a word died with its process."""
        lost = [
            {
                "reminder_id": row.id,
                "number": row.attempts,
                "ended_at": now,
                "outcome": Outcome.LOST.value,
            }
            for row in rows
            if row.claim is not None
        ]
        if lost:
            row = insert_into(self._engine, reminder_attempts).on_conflict_do_nothing()
            await connection.execute(row, lost)


def _is_untouched(now: datetime) -> ColumnElement[bool]:
    """Nobody settled or put it off between our look and our hold (PostgreSQL)."""
    return and_(_one.status == WAITING, _one.wake_at <= now + MERGED_WITHIN)
