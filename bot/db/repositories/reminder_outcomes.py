"""Writes what came of a batch of reminders, by sets and not row by row."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, case, insert, select, update

from bot.db.insertion import insert_into
from bot.db.reminder_rows import SENT, intent_values
from bot.db.tables import push_chats, reminder_attempts, reminders
from bot.domain.reminders import Outcome, next_intent, wall_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from bot.domain.reminders.decision import DueReminder
    from bot.services.reminder_queue import Settled

_one = reminders.c
_chat = push_chats.c


class Outcomes:
    """Touches only rows that this claim still holds: a lease may have ended meanwhile."""

    def __init__(
        self, engine: AsyncEngine, claim: str, settled: Sequence[Settled], now: datetime
    ) -> None:
        self._engine = engine
        self._claim = claim
        self._settled = settled
        self._now = now

    async def write(self, connection: AsyncConnection) -> None:
        await self._attempts(connection)
        over: set[int] = set()
        for status, ids in self._ended().items():
            over |= await self._settle(connection, status, ids)
        await self._put_off(connection)
        await self._recur(connection, over)
        await self._free_chats(connection)

    async def _attempts(self, connection: AsyncConnection) -> None:
        rows = [
            {
                "reminder_id": one.id,
                "number": one.attempts,
                "ended_at": self._now,
                "outcome": settled.outcome.value,
                "message_id": settled.message_id,
            }
            for settled in self._settled
            if settled.outcome is not None
            for one in settled.tried
        ]
        if rows:
            row = insert_into(self._engine, reminder_attempts)
            # a lease may have ended, and the attempt been called lost, while it was under way
            key = [reminder_attempts.c.reminder_id, reminder_attempts.c.number]
            told = {name: row.excluded[name] for name in ("ended_at", "outcome", "message_id")}
            written = row.on_conflict_do_update(index_elements=key, set_=told)
            await connection.execute(written, rows)

    def _ended(self) -> dict[str, list[int]]:
        """The ids by the status in which they end."""
        ended: dict[str, list[int]] = defaultdict(list)
        for settled in self._settled:
            if settled.outcome is Outcome.SENT:
                ended[SENT] += [one.id for one in settled.tried]
            for key, reason in settled.cancelled.items():
                ended[reason.value].append(key)
        return ended

    async def _settle(
        self, connection: AsyncConnection, status: str, ids: Sequence[int]
    ) -> set[int]:
        ended = (
            update(reminders)
            .where(_one.id.in_(ids), _one.claim == self._claim)
            .values(status=status, wake_at=None, claim=None, settled_at=self._now)
            .returning(_one.id)
        )
        return set(await connection.scalars(ended))

    async def _put_off(self, connection: AsyncConnection) -> None:
        rows = [
            {"key": key, "at": at, "by": 0 if settled.outcome else 1}
            for settled in self._settled
            for key, at in settled.later.items()
        ]
        if rows:
            later = update(reminders).where(_one.id == bindparam("key"), _one.claim == self._claim)
            values = {"wake_at": bindparam("at"), "attempts": _one.attempts - bindparam("by")}
            await connection.execute(later.values(claim=None, **values), rows)

    async def _recur(self, connection: AsyncConnection, over: set[int]) -> None:
        """Make the next row of each recurring reminder that has ended in this transaction."""
        following = {
            one.id: intent
            for one in self._every_reminder()
            if one.id in over and (intent := next_intent(one.intent, self._now))
        }
        if not following:
            return
        kept = select(_one.id, _one.telegram_id, _one.sealed).where(_one.id.in_(following))
        rows = [
            {"telegram_id": row.telegram_id, "sealed": row.sealed}
            | intent_values(following[row.id])
            for row in await connection.execute(kept)
        ]
        await connection.execute(insert(reminders), rows)

    async def _free_chats(self, connection: AsyncConnection) -> None:
        for (today, is_counted), chats in self._spoken().items():
            spoken = update(push_chats).where(_chat.telegram_id.in_(chats))
            values: dict[str, Any] = {"busy_until": None, "last_push_at": self._now}
            if is_counted:
                before = case((_chat.pushes_on == today, _chat.pushes), else_=0)
                values |= {"pushes": before + 1, "pushes_on": today}
            await connection.execute(spoken.values(values))
        silent = [
            one.chat.telegram_id
            for one in self._settled
            if one.is_chat_done and one.outcome is not Outcome.SENT
        ]
        if silent:
            free = update(push_chats).where(_chat.telegram_id.in_(silent))
            await connection.execute(free.values(busy_until=None))

    def _spoken(self) -> dict[tuple[str, bool], list[int]]:
        """The chats that heard a message, by their own day and whether it counts."""
        spoken: dict[tuple[str, bool], list[int]] = defaultdict(list)
        for one in self._settled:
            if one.outcome is Outcome.SENT:
                today = wall_of(self._now, one.chat.zone).date().isoformat()
                spoken[today, one.is_counted].append(one.chat.telegram_id)
        return spoken

    def _every_reminder(self) -> Iterator[DueReminder]:
        for settled in self._settled:
            yield from settled.tried
            yield from settled.untried
