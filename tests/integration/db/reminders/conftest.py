"""A patient's reminders in a fresh database, with a clock and a Telegram moved by hand."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from bot.db.cipher import FernetCipher, new_key
from bot.db.repositories.appointments import AppointmentRepository
from bot.db.repositories.looked_after import LookedAfterRepository
from bot.db.repositories.patients import PatientRepository
from bot.db.repositories.reminder_queue import ReminderQueueRepository
from bot.db.repositories.reminders import ReminderRepository
from bot.db.repositories.send_budget import SendBudgetRepository
from bot.db.tables import reminder_attempts, reminders
from bot.domain.reminders import Details, NewAppointment, due_times
from bot.services.say_reminder import SayReminder
from bot.services.send_reminders import SendReminders

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.domain.reminders import Appointment
    from bot.services.reminder_queue import Push
    from bot.services.sending_tally import SendingTally

OKSANA, IVAN = 7_000_000_001, 42
NOON = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
"""12:00 in Kyiv, a Sunday."""
KEY = new_key()


@dataclass
class HandClock:
    """Moved by hand, and by every wait."""

    moment: datetime = NOON
    slept: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        return self.moment

    def move(self, **by: float) -> None:
        self.moment += timedelta(**by)

    def set(self, moment: datetime) -> None:
        self.moment = moment

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.move(seconds=seconds)
        await asyncio.sleep(0)


@dataclass
class FakePushes:
    """`answers` are raised one after the other, None is a message that was taken."""

    clock: HandClock
    answers: list[BaseException | None] = field(default_factory=list)
    heard: list[Push] = field(default_factory=list)
    refused: int = 0
    begun: int = 0
    takes_turns: bool = False
    """Whether each message takes longer than the one before."""

    async def push(self, push: Push) -> int:
        self.begun += 1
        await asyncio.sleep(0.002 * self.begun if self.takes_turns else 0)
        answer = self.answers.pop(0) if self.answers else None
        if answer:
            self.refused += 1
            raise answer
        self.heard.append(push)
        return len(self.heard)

    @property
    def chats(self) -> list[int]:
        return [push.chat.telegram_id for push in self.heard]


@dataclass
class Office:
    """What one process of the bot has of reminders."""

    engine: AsyncEngine
    clock: HandClock
    pushes: FakePushes = field(init=False)

    def __post_init__(self) -> None:
        self.pushes = FakePushes(self.clock)
        cipher = FernetCipher([KEY])
        self.appointments = AppointmentRepository(self.engine, cipher)
        self.reminders = ReminderRepository(self.engine, cipher)
        self.people = LookedAfterRepository(self.engine, cipher)
        self.patients = PatientRepository(self.engine)
        self.queue = ReminderQueueRepository(self.engine, cipher)
        self.budget = SendBudgetRepository(self.engine, self.clock)

    def process(self, most_at_once: int = 14, hands: int = 2) -> SendReminders:
        say = SayReminder(
            pushes=self.pushes, budget=self.budget, patients=self.patients, clock=self.clock
        )
        return SendReminders(
            queue=self.queue,
            say=say,
            budget=self.budget,
            clock=self.clock,
            most_at_once=most_at_once,
            hands=hands,
        )

    async def send(self) -> SendingTally:
        return await self.process()()

    async def add(
        self, starts: datetime, telegram_id: int = OKSANA, what: str = "кардіолог"
    ) -> Appointment:
        """Keep a visit at `starts` (Kyiv's clocks) with its reminders."""
        new = NewAppointment(starts, Details(what, "Шевченка 5"))
        settings = await self.reminders.settings(telegram_id)
        planned = due_times(new, settings, self.clock.now())
        return await self.appointments.add(telegram_id, new, planned, self.clock.now())

    async def statuses(self) -> dict[str, int]:
        counted = select(reminders.c.status, func.count()).group_by(reminders.c.status)
        async with self.engine.connect() as connection:
            found = await connection.execute(counted)
        return {row[0]: row[1] for row in found}

    async def outcomes(self) -> dict[str, int]:
        attempt = reminder_attempts.c
        counted = select(attempt.outcome, func.count()).group_by(attempt.outcome)
        async with self.engine.connect() as connection:
            found = await connection.execute(counted)
        return {row[0]: row[1] for row in found}

    async def next_wake(self) -> datetime | None:
        async with self.engine.connect() as connection:
            earliest: datetime | None = await connection.scalar(
                select(func.min(reminders.c.wake_at))
            )
        return earliest


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def office(engine: AsyncEngine, clock: HandClock) -> Office:
    return Office(engine, clock)
