"""Whether something that keeps opening hours is open at a moment, and when that changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

KYIV = ZoneInfo("Europe/Kyiv")
_DAYS_TO_LOOK_AT = range(-1, 23)
"""Yesterday, for a shift that began before midnight; three weeks on, past two days off in a row
for what is open one day a week."""
_NEVER_CLOSES = timedelta(days=7)


class Weekday(StrEnum):
    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


WEEK = tuple(Weekday)


class Hours(Protocol):
    """Opening hours of some weekdays, Kyiv time; `closes` not after `opens`: the next morning."""

    @property
    def days(self) -> frozenset[Weekday]: ...

    @property
    def opens(self) -> time: ...

    @property
    def closes(self) -> time: ...


@dataclass(frozen=True)
class OpenState:
    """Open or not; times are aware, in Kyiv. What never closes, or never opens, has neither."""

    is_open: bool
    opens_at: datetime | None = None
    closes_at: datetime | None = None


def never(_day: date) -> bool:
    """No day is a day off."""
    return False


def open_state(
    hours: Iterable[Hours], moment: datetime, *, is_day_off: Callable[[date], bool] = never
) -> OpenState:
    """Say whether it is open at `moment` (aware, any zone); no shift begins on a day off.

    The minute of closing is closed already: until 20:00 means closed at 20:00. Hours that touch
    are one shift. Compared in UTC: Python compares two times of one zone by the wall clock
    alone, which is wrong in the night when the clock is moved.
    """
    now = moment.astimezone(UTC)
    shift = next((shift for shift in _shifts(hours, now, is_day_off) if now < shift[1]), None)
    if shift is None:
        return OpenState(is_open=False)
    opens_at, closes_at = shift
    if opens_at > now:
        return OpenState(is_open=False, opens_at=opens_at.astimezone(KYIV))
    if closes_at - now >= _NEVER_CLOSES:
        return OpenState(is_open=True)
    return OpenState(is_open=True, closes_at=closes_at.astimezone(KYIV))


def _shifts(
    hours: Iterable[Hours], now: datetime, is_day_off: Callable[[date], bool]
) -> list[tuple[datetime, datetime]]:
    """The shifts around `now` as (opens, closes) in UTC, in order; those that touch are joined."""
    today = now.astimezone(KYIV).date()
    ahead = [today + timedelta(days=offset) for offset in _DAYS_TO_LOOK_AT]
    days = [day for day in ahead if not is_day_off(day)]
    found = sorted(
        _shift(day, one) for one in hours for day in days if WEEK[day.weekday()] in one.days
    )
    joined: list[tuple[datetime, datetime]] = []
    for opens_at, closes_at in found:
        if joined and opens_at <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], closes_at))
        else:
            joined.append((opens_at, closes_at))
    return joined


def _shift(day: date, hours: Hours) -> tuple[datetime, datetime]:
    closing_day = day if hours.opens < hours.closes else day + timedelta(days=1)
    return _utc(day, hours.opens), _utc(closing_day, hours.closes, fold=1)


def _utc(day: date, at: time, *, fold: int = 0) -> datetime:
    """Kyiv wall time as UTC; `fold` picks the later of two equal times in October."""
    return datetime.combine(day, at.replace(fold=fold), tzinfo=KYIV).astimezone(UTC)
