"""The opening hours of a place through a week, as people and filters ask about them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.domain.hours import WEEK, Weekday, open_state

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.hours import OpenState

_EVENING = time(18)


@dataclass(frozen=True, slots=True)
class Shift:
    """One interval of one weekday, Kyiv time; `closes` not after `opens`: the next morning."""

    day: Weekday
    opens: time
    closes: time

    @property
    def days(self) -> frozenset[Weekday]:
        return frozenset((self.day,))

    @property
    def is_past_midnight(self) -> bool:
        return self.closes <= self.opens


@dataclass(frozen=True, slots=True)
class WeeklyHours:
    """Shifts in the order of the week; none means that the hours are not known."""

    shifts: tuple[Shift, ...] = ()

    @property
    def is_known(self) -> bool:
        return bool(self.shifts)

    @property
    def is_open_on_saturday(self) -> bool:
        return any(shift.day is Weekday.SAT for shift in self.shifts)

    @property
    def is_open_after_18(self) -> bool:
        """On some day of the week it closes later than 18:00."""
        return any(shift.closes > _EVENING or shift.is_past_midnight for shift in self.shifts)

    def on(self, day: Weekday) -> tuple[Shift, ...]:
        return tuple(shift for shift in self.shifts if shift.day is day)

    def at(self, moment: datetime) -> OpenState:
        """Open or not at `moment` (aware, any zone), and when that changes."""
        return open_state(self.shifts, moment)

    def to_text(self) -> str:
        """The form in which hours are stored: `mon 08:00-12:00,14:00-18:00;sat 09:00-13:00`."""
        days = ((day, self.on(day)) for day in WEEK)
        return ";".join(f"{day} {_intervals(shifts)}" for day, shifts in days if shifts)


@lru_cache(maxsize=4096)
def hours_from_text(text: str) -> WeeklyHours:
    """Read what `to_text` wrote; the same text gives the same object. Raises ValueError."""
    return WeeklyHours(
        tuple(
            _shift(Weekday(part[:3]), interval)
            for part in filter(None, text.split(";"))
            for interval in part[4:].split(",")
        )
    )


def _intervals(shifts: tuple[Shift, ...]) -> str:
    return ",".join(f"{shift.opens:%H:%M}-{shift.closes:%H:%M}" for shift in shifts)


def _shift(day: Weekday, interval: str) -> Shift:
    opens, _, closes = interval.partition("-")
    return Shift(day, time.fromisoformat(opens), time.fromisoformat(closes))
