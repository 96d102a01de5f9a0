"""The bot's own engine on a database file: everything but Telegram itself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, update

from bench.reminders.stall import heartbeat
from bot.db.cipher import FernetCipher, new_key
from bot.db.reminder_rows import intent_values, settings_values
from bot.db.repositories.patients import PatientRepository
from bot.db.repositories.reminder_intake import ReminderIntake
from bot.db.repositories.reminder_queue import ReminderQueueRepository
from bot.db.repositories.send_budget import SendBudgetRepository
from bot.db.tables import patients, push_chats, reminder_attempts, reminders
from bot.domain.clock import SystemClock
from bot.domain.reminders import ReminderSettings, own_intent, wall_of
from bot.services.say_reminder import SayReminder
from bot.services.send_reminders import SendReminders

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bench.reminders.figures import Firing
    from bot.domain.reminders import Intent
    from bot.services.reminder_queue import Push

CHATS = 100_000
_KYIV = "Europe/Kyiv"
_NO_LIMIT = 1_000_000.0
_CHUNK = 1_000
"""Rows of one transaction, so that a patient's write comes between."""
_AT_ONCE = 250


class Taken:
    """A Telegram that takes every message at once."""

    def __init__(self) -> None:
        self.count = 0

    async def push(self, push: Push) -> int:
        self.count += len(push.reminders)
        return self.count


class Engine:
    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self.pushes = Taken()
        clock = SystemClock()
        budget = SendBudgetRepository(engine, clock, _NO_LIMIT)
        say = SayReminder(
            pushes=self.pushes, budget=budget, patients=PatientRepository(engine), clock=clock
        )
        self._queue = ReminderQueueRepository(engine, FernetCipher([new_key()]))
        self._send = SendReminders(
            queue=self._queue, say=say, budget=budget, clock=clock, most_at_once=_AT_ONCE
        )

    async def add_chats(self) -> None:
        """Make the patients whom the reminders are for."""
        now = datetime.now(UTC)
        chosen: dict[str, Any] = settings_values(ReminderSettings()) | {"pushes": 0}
        for start in range(1, CHATS + 1, 10_000):
            ids = range(start, min(start + 10_000, CHATS + 1))
            async with self._engine.begin() as connection:
                people = [{"telegram_id": chat, "created_at": now} for chat in ids]
                await connection.execute(insert(patients), people)
                rows = [{"telegram_id": chat, **chosen} for chat in ids]
                await connection.execute(insert(push_chats), rows)

    async def add(self, count: int, *, days: int = 30) -> tuple[float, float]:
        """Add reminders that are due later; return rows a second, and the longest stall in ms."""
        intents = [_intent(timedelta(days=days, seconds=n)) for n in range(1000)]
        intake = ReminderIntake(self._engine)
        begun = perf_counter()
        async with heartbeat() as stall:
            for start in range(0, count, _CHUNK):
                rows = [
                    (1 + (start + n) % CHATS, intents[n])
                    for n in range(min(_CHUNK, count - start))
                ]
                await intake.add(rows)
        return count / (perf_counter() - begun), stall.longest_ms

    async def make_due(self, count: int) -> None:
        """Add reminders of so many chats that are due now, and forget what was sent."""
        async with self._engine.begin() as connection:
            await connection.execute(delete(reminder_attempts))
            await connection.execute(update(push_chats).values(last_push_at=None))
            await connection.execute(delete(reminders).where(reminders.c.wake_at.is_(None)))
            due = intent_values(_intent(timedelta(seconds=-1)))
            step = CHATS // count
            rows = [{"telegram_id": 1 + n * step, **due} for n in range(count)]
            await connection.execute(insert(reminders), rows)

    async def fire(self) -> Firing:
        """Send all that is due."""
        from bench.reminders.figures import Firing  # noqa: PLC0415 - one way only

        before = self.pushes.count
        begun, core = perf_counter(), process_time()
        async with heartbeat() as stall:
            await self._send()
        seconds = perf_counter() - begun
        sent = self.pushes.count - before
        return Firing(sent, seconds, process_time() - core, stall)


def _intent(after: timedelta) -> Intent:
    return own_intent(wall_of(datetime.now(UTC) + after, _KYIV), _KYIV, None)
