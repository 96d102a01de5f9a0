"""Which reminders are due, which process says them, and what came of it."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from bot.db.insertion import insert_into
from bot.db.reminder_rows import Seals
from bot.db.repositories.due_rows import ATTEMPTS, CHAT, CLAIM, KEY, read_due
from bot.db.repositories.reminder_claims import ClaimStatements
from bot.db.repositories.reminder_outcomes import Outcomes
from bot.db.tables import reminder_attempts
from bot.db.transaction import written
from bot.domain.reminders import Outcome
from bot.domain.reminders.decision import MERGED_WITHIN
from bot.services.reminder_queue import Batch

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Row
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.db.reminder_rows import Cipher
    from bot.services.reminder_queue import Settled

LEASE = timedelta(minutes=2)
"""A message takes half a minute at most, and a quarter of a second of them is claimed at once."""


class ReminderQueueRepository:
    """Every method raises Unavailable when the database fails.

    A batch costs the same few statements whatever it holds: each is built once, and ids go in
    as one parameter.
    """

    def __init__(self, engine: AsyncEngine, cipher: Cipher, lease: timedelta = LEASE) -> None:
        self._engine = engine
        self._seals = Seals(cipher)
        self._lease = lease
        self._use = ClaimStatements(engine)
        self._outcomes = Outcomes(engine)

    async def claim(self, now: datetime, most: int) -> Batch:
        """Hold the reminders of some chats that are due, about `most` of them.

        A chat is held as a whole, so that what it has to hear makes one message, from one
        process. When the lease ends the rows are due again: a process that dies loses nothing.
        """
        claim = uuid4().hex
        rows = await written(self._engine, partial(self._claim, claim=claim, now=now, most=most))
        return Batch(claim, read_due(rows, self._seals))

    async def record(self, claim: str, settled: Sequence[Settled], now: datetime) -> None:
        """Note the outcomes, and what recurs next, in one transaction; the chats are free."""
        note = self._outcomes.write
        await written(self._engine, partial(note, claim=claim, settled=settled, now=now))

    def _claim(
        self, connection: Connection, claim: str, now: datetime, most: int
    ) -> Sequence[Row[Any]]:
        due = connection.execute(self._use.due, {"now": now, "most": most}).all()
        if not due:
            return []
        chats = list({row[CHAT] for row in due})
        turns = {"now": now, "until": now + self._lease, **self._use.sets.given("chats", chats)}
        connection.execute(self._use.turns, turns)
        joining = self._joining(connection, now, chats, [row[KEY] for row in due])
        rows = self._held(connection, claim, [*due, *joining])
        self._note_lost(connection, rows, now)
        return rows

    def _joining(
        self, connection: Connection, now: datetime, chats: Sequence[int], known: Sequence[int]
    ) -> Sequence[Row[Any]]:
        sets = self._use.sets
        wanted = {"now": now, "soon": now + MERGED_WITHIN, **sets.given("chats", chats)}
        wanted |= sets.given("known", known)
        found = connection.scalars(self._use.joining, wanted).all()
        if not found:
            return ()
        return connection.execute(self._use.of_ids, sets.given("ids", found)).all()

    def _held(
        self, connection: Connection, claim: str, rows: Sequence[Row[Any]]
    ) -> Sequence[Row[Any]]:
        """Return the rows that are ours: on PostgreSQL another may have come between."""
        count = 0
        for former in {row[CLAIM] for row in rows}:
            ids = self._use.sets.given("ids", [row[KEY] for row in rows if row[CLAIM] == former])
            untouched = {"mine": claim, "former": former, **ids}
            count += connection.execute(self._use.held, untouched).rowcount
        if count == len(rows):
            return rows
        ids = self._use.sets.given("ids", [row[KEY] for row in rows])
        ours = set(connection.scalars(self._use.ours, {"mine": claim, **ids}))
        return [row for row in rows if row[KEY] in ours]

    def _note_lost(self, connection: Connection, rows: Sequence[Row[Any]], now: datetime) -> None:
        """An attempt whose lease ended without a word died with its process."""
        lost = [
            {
                "reminder_id": row[KEY],
                "number": row[ATTEMPTS],
                "ended_at": now,
                "outcome": Outcome.LOST.value,
            }
            for row in rows
            if row[CLAIM] is not None
        ]
        if lost:
            row = insert_into(self._engine, reminder_attempts).on_conflict_do_nothing()
            connection.execute(row, lost)
