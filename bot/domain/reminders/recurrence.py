"""Reminders that come again: by the calendar and the wall clock, not by counting hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.domain.reminders.wall_time import moment_of, wall_of

if TYPE_CHECKING:
    from datetime import datetime


class Every(StrEnum):
    DAY = "daily"
    WEEK = "weekly"

    @property
    def step(self) -> timedelta:
        return timedelta(days=1 if self is Every.DAY else 7)


@dataclass(frozen=True, slots=True)
class Recurrence:
    """`until` is the last day on which it may come."""

    every: Every
    until: date | None = None

    def next(self, wall: datetime, zone: str, now: datetime) -> datetime | None:
        """Return the first wall time after `wall` that is still to come, None past `until`.

        What was missed meanwhile is passed over: nobody wants it in one heap.
        """
        missed = max((wall_of(now, zone) - wall) // self.every.step, 0)
        # by the wall, so that a change of clocks moves nothing; minus one, as it may be the day
        following = wall + self.every.step * max(missed - 1, 1)
        while moment_of(following, zone) <= now:
            following += self.every.step
        return None if self.until and following.date() > self.until else following

    def as_text(self) -> str:
        """As it stands in the database: `daily` or `weekly:2027-01-31`."""
        return f"{self.every}:{self.until.isoformat()}" if self.until else str(self.every)

    @classmethod
    def from_text(cls, text: str) -> Recurrence:
        every, _, until = text.partition(":")
        return cls(Every(every), date.fromisoformat(until) if until else None)
