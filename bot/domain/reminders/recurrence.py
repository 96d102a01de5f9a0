"""Reminders that come again: by the calendar and the wall clock, not by counting hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.reminders.wall_time import moment_of, wall_of

_DAY = timedelta(days=1)
_WEEK = 7


class Every(StrEnum):
    DAY = "daily"
    WEEK = "weekly"


@dataclass(frozen=True, slots=True)
class Recurrence:
    """`until` is the last day on which it may come; `weekdays` (0 is Monday) are those of a WEEK.

    Without `weekdays` a WEEK is the day of the week of the time before.
    """

    every: Every
    until: date | None = None
    weekdays: frozenset[int] = frozenset()

    def next(self, wall: datetime, zone: str, now: datetime) -> datetime | None:
        """Return the first wall time after `wall` that is still to come, None past `until`.

        What was missed meanwhile is passed over: nobody wants it in one heap.
        """
        return self._after(wall, self._days(wall), zone, now)

    def first(self, wall: datetime, zone: str, now: datetime) -> datetime | None:
        """Return the first time from `wall` on, which itself may be it."""
        return self._after(wall - _DAY, self._days(wall), zone, now)

    def _after(
        self, wall: datetime, days: frozenset[int], zone: str, now: datetime
    ) -> datetime | None:
        # by the wall, so that a change of clocks moves nothing; the day before, as it may be today
        missed = datetime.combine(wall_of(now, zone).date() - _DAY, wall.time())
        following = max(wall, missed) + _DAY
        while following.weekday() not in days or moment_of(following, zone) <= now:
            following += _DAY
        return None if self.until and following.date() > self.until else following

    def _days(self, wall: datetime) -> frozenset[int]:
        if self.every is Every.DAY:
            return frozenset(range(_WEEK))
        return self.weekdays or frozenset({wall.weekday()})

    def as_text(self) -> str:
        """As it stands in the database: `daily`, `weekly:2027-01-31`, `weekly@024`."""
        every = f"{self.every}@{''.join(map(str, sorted(self.weekdays)))}"
        text = every if self.weekdays else str(self.every)
        return f"{text}:{self.until.isoformat()}" if self.until else text

    @classmethod
    def from_text(cls, text: str) -> Recurrence:
        text, _, until = text.partition(":")
        every, _, weekdays = text.partition("@")
        last = date.fromisoformat(until) if until else None
        return cls(Every(every), last, frozenset(map(int, weekdays)))
