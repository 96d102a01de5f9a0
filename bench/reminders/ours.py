"""The bot's own engine on a database file: everything but Telegram itself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert

from bench.reminders.figures import Work
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

    from bot.domain.reminders import Intent
    from bot.services.reminder_queue import Push

CHATS = 100_000
_KYIV = "Europe/Kyiv"
_NO_LIMIT = 1_000_000.0
_CHUNK = 500
"""Rows of one transaction, so that a patient's write comes between."""
_AT_ONCE = 250
"""As with MESSAGES_PER_SECOND at its most; where Telegram takes no time, one hand is enough."""


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
        self._rounds = count(1)
        self.pushes = Taken()
        clock = SystemClock()
        budget = SendBudgetRepository(engine, clock, _NO_LIMIT)
        say = SayReminder(
            pushes=self.pushes, budget=budget, patients=PatientRepository(engine), clock=clock
        )
        queue = ReminderQueueRepository(engine, FernetCipher([new_key()]))
        self._send = SendReminders(
            queue=queue, say=say, budget=budget, clock=clock, most_at_once=_AT_ONCE, hands=1
        )

    async def add_chats(self) -> None:
        """Make the patients whom the reminders are for."""
        now = datetime.now(UTC)
        chosen: dict[str, Any] = settings_values(ReminderSettings())
        for start in range(1, CHATS + 1, 10_000):
            ids = range(start, min(start + 10_000, CHATS + 1))
            async with self._engine.begin() as connection:
                people = [{"telegram_id": chat, "created_at": now} for chat in ids]
                await connection.execute(insert(patients), people)
                rows = [{"telegram_id": chat, **chosen} for chat in ids]
                await connection.execute(insert(push_chats), rows)

    async def add(self, wanted: int) -> Work:
        """Add reminders that are due in a month, each at its own moment."""
        first = datetime.now(UTC) + timedelta(days=30)
        planned = [
            (1 + number % CHATS, _intent(first + timedelta(seconds=number)))
            for number in range(wanted)
        ]
        intake = ReminderIntake(self._engine)
        begun, core = perf_counter(), process_time()
        async with heartbeat() as stall:
            for start in range(0, wanted, _CHUNK):
                await intake.add(planned[start : start + _CHUNK])
        seconds = perf_counter() - begun
        return Work(wanted, seconds, process_time() - core, stall)

    async def make_due(self, wanted: int) -> None:
        """Add reminders of so many chats that are due now, and forget what was sent.

        Each round meets other chats, as each second of a day does.
        """
        async with self._engine.begin() as connection:
            await connection.execute(delete(reminder_attempts))
            await connection.execute(delete(reminders).where(reminders.c.wake_at.is_(None)))
            due = intent_values(_intent(datetime.now(UTC) - timedelta(seconds=1)))
            step, shift = CHATS // wanted, next(self._rounds)
            rows = [{"telegram_id": shift + n * step, **due} for n in range(wanted)]
            await connection.execute(insert(reminders), rows)

    async def fire(self) -> Work:
        """Send all that is due."""
        before = self.pushes.count
        begun, core = perf_counter(), process_time()
        async with heartbeat() as stall:
            await self._send()
        seconds = perf_counter() - begun
        sent = self.pushes.count - before
        return Work(sent, seconds, process_time() - core, stall)


def _intent(at: datetime) -> Intent:
    return own_intent(wall_of(at, _KYIV), _KYIV, None)
