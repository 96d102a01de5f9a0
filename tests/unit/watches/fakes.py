"""Watches in memory, and chats that answer as Telegram may."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from bot.domain.watch import Notice, Watch, WatchState
from bot.services.send_budget import Slots

NOON = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
WATCH = Watch("party-1", "Бондар Марія Петрівна", 7, WatchState.WAITING, (7,), 3)


class ProcessDied(BaseException):
    """The process is gone at this moment."""


@dataclass
class FakeClock:
    """Moved by hand, and by its own waits."""

    moment: datetime = NOON
    slept: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        return self.moment

    def move(self, **by: float) -> None:
        self.moment += timedelta(**by)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.move(seconds=seconds)


@dataclass
class FakeNews:
    """What the database does for watches: an attempt lives ten minutes, two may be lost."""

    watches: dict[int, list[Watch]]
    claims: dict[int, datetime] = field(default_factory=dict)
    attempts: dict[int, int] = field(default_factory=dict)
    told: list[int] = field(default_factory=list)
    told_at: datetime | None = None
    settled: list[datetime] = field(default_factory=list)
    most_at_once: int = 2

    async def settle(self, now: datetime) -> None:
        self.settled.append(now)

    async def due(self, now: datetime, after: int) -> list[int]:
        due = [one for one in sorted(self.watches) if one > after and self._is_due(one, now)]
        await asyncio.sleep(0)
        return due[: self.most_at_once]

    async def claim(self, telegram_id: int, now: datetime) -> Notice | None:
        if not self._is_due(telegram_id, now):
            return None
        self.claims[telegram_id] = now
        self.attempts[telegram_id] = self.attempts.get(telegram_id, 0) + 1
        await asyncio.sleep(0)
        return Notice(telegram_id, None, tuple(self.watches[telegram_id]), now)

    async def mark_told(self, notice: Notice, now: datetime) -> None:
        self.told.append(notice.telegram_id)
        self.told_at = now
        self.watches[notice.telegram_id] = [
            replace(watch, state=WatchState.TOLD) for watch in notice.watches
        ]

    async def release(self, notice: Notice) -> None:
        del self.claims[notice.telegram_id], self.attempts[notice.telegram_id]

    def _is_due(self, telegram_id: int, now: datetime) -> bool:
        claimed_at = self.claims.get(telegram_id)
        is_free = claimed_at is None or claimed_at < now - timedelta(minutes=10)
        is_news = any(watch.state is WatchState.WAITING for watch in self.watches[telegram_id])
        return is_news and is_free and self.attempts.get(telegram_id, 0) < 2


@dataclass
class FakeNotices:
    """`answers` are raised one after the other, None is a message that was taken."""

    clock: FakeClock
    answers: list[BaseException | None] = field(default_factory=list)
    heard: list[tuple[int, datetime]] = field(default_factory=list)
    takes_seconds: float = 0.0

    async def tell(self, notice: Notice) -> None:
        self.clock.move(seconds=self.takes_seconds)
        answer = self.answers.pop(0) if self.answers else None
        if answer is None or isinstance(answer, ProcessDied):
            self.heard.append((notice.telegram_id, self.clock.now()))
        await asyncio.sleep(0)
        if answer:
            raise answer


@dataclass
class FakeBudget:
    """The one budget of all processes: a message every 40 ms."""

    clock: FakeClock
    spacing: float = 0.04
    free_at: datetime | None = None
    closed_until: datetime | None = None

    async def is_open(self) -> bool:
        return self.closed_until is None or self.clock.now() >= self.closed_until

    async def reserve(self, count: int, lost_seconds: float = 0) -> Slots | None:
        now = self.clock.now()
        if not await self.is_open():
            return None
        begins = max(self.free_at or now, now)
        self.free_at = begins + timedelta(seconds=lost_seconds + count * self.spacing)
        return Slots(begins.timestamp() + lost_seconds, self.spacing)

    async def close_for(self, seconds: float) -> None:
        self.closed_until = self.clock.now() + timedelta(seconds=seconds)


@dataclass
class FakeReachability:
    blocked: dict[int, datetime] = field(default_factory=dict)

    async def mark_blocked(self, telegram_id: int, now: datetime) -> None:
        self.blocked[telegram_id] = now
