"""Writes what came of a batch of reminders, by sets and not row by row."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from sqlalchemy import insert

from bot.db.reminder_rows import SENT, intent_values
from bot.db.repositories.outcome_statements import OutcomeStatements
from bot.db.tables import reminders
from bot.domain.reminders import Outcome, next_intent, wall_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.domain.reminders import Intent
    from bot.services.reminder_queue import Settled


class Outcomes:
    """Touches only reminders that the claim still holds: a lease may have ended meanwhile."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._use = OutcomeStatements(engine)

    def write(
        self, connection: Connection, claim: str, settled: Sequence[Settled], now: datetime
    ) -> None:
        self._note_attempts(connection, settled, now)
        # as long as the rows still tell whose they are
        self._recur(connection, claim, settled, now)
        for status, ids in _ended(settled).items():
            over = {"mine": claim, "ended": status, "now": now, **self._use.sets.given("ids", ids)}
            connection.execute(self._use.settled, over)
        self._put_off(connection, claim, settled)
        self._free_chats(connection, settled, now)

    def _note_attempts(
        self, connection: Connection, settled: Sequence[Settled], now: datetime
    ) -> None:
        attempts = self._use.attempts
        at = attempts.writer("ended_at")(now)
        rows = [
            (tried.id, tried.attempts, at, one.outcome.value, one.message_id)
            for one in settled
            if one.outcome is not None
            for tried in one.tried
        ]
        attempts.execute(connection, rows)

    def _recur(
        self,
        connection: Connection,
        claim: str,
        settled: Sequence[Settled],
        now: datetime,
    ) -> None:
        """Make the next row of each recurring reminder that ends in this transaction."""
        following = _following(settled, now)
        if not following:
            return
        mine = {"mine": claim, **self._use.sets.given("ids", list(following))}
        rows = [
            {"telegram_id": row.telegram_id, "sealed": row.sealed}
            | intent_values(following[row.id])
            for row in connection.execute(self._use.recurring, mine)
        ]
        if rows:
            connection.execute(insert(reminders), rows)

    def _put_off(self, connection: Connection, claim: str, settled: Sequence[Settled]) -> None:
        rows = [
            {"mine": claim, "key": reminder.id, "at": one.later[reminder.id], "by": unmade}
            for one in settled
            for unmade, among in ((0, one.tried), (1, one.untried))
            for reminder in among
            if reminder.id in one.later
        ]
        if rows:
            connection.execute(self._use.put_off, rows)

    def _free_chats(
        self, connection: Connection, settled: Sequence[Settled], now: datetime
    ) -> None:
        counted, spoken, silent = _chats(settled, now)
        for today, chats in counted.items():
            told = {"now": now, "today": today, **self._use.sets.given("chats", chats)}
            connection.execute(self._use.counted, told)
        if spoken:
            told = {"now": now, **self._use.sets.given("chats", spoken)}
            connection.execute(self._use.spoken, told)
        if silent:
            connection.execute(self._use.silent, self._use.sets.given("chats", silent))


def _ended(settled: Sequence[Settled]) -> dict[str, list[int]]:
    """The ids by the status in which they end."""
    ended: dict[str, list[int]] = defaultdict(list)
    for one in settled:
        if one.outcome is Outcome.SENT:
            ended[SENT] += [reminder.id for reminder in one.tried]
        for key, reason in one.cancelled.items():
            ended[reason.value].append(key)
    return ended


def _following(settled: Sequence[Settled], now: datetime) -> dict[int, Intent]:
    """What comes next of each reminder that is over."""
    return {
        reminder.id: intent
        for one in settled
        for reminder in chain(one.tried, one.untried)
        if reminder.intent.recurrence and reminder.id not in one.later
        if (intent := next_intent(reminder.intent, now))
    }


def _chats(
    settled: Sequence[Settled], now: datetime
) -> tuple[dict[str, list[int]], list[int], list[int]]:
    """The chats that heard a counted message, by their own day; another; none."""
    counted: dict[str, list[int]] = defaultdict(list)
    spoken, silent = [], []
    for one in settled:
        if one.outcome is not Outcome.SENT:
            silent.append(one.chat.telegram_id)
        elif one.is_counted:
            today = wall_of(now, one.chat.zone).date().isoformat()
            counted[today].append(one.chat.telegram_id)
        else:
            spoken.append(one.chat.telegram_id)
    return counted, spoken, silent
