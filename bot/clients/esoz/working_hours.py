"""Working hours as divisions export them: `{"mon": [["08.00", "12.00"], ["14.00", "18.00"]]}`."""

from __future__ import annotations

import re
from datetime import time

from bot.domain.directory.weekly_hours import Shift, WeeklyHours
from bot.domain.hours import WEEK, Weekday

_TIME = re.compile(r"(\d{1,2})[.:](\d{2})(?:[.:]\d{2})?")
_MIDNIGHT_AS_END = "24"
_ENDS = 2


def read_working_hours(raw: object) -> WeeklyHours:
    """The hours that make sense, in the order of the week; what does not is left out."""
    if not isinstance(raw, dict):
        return WeeklyHours()
    return WeeklyHours(tuple(shift for day in WEEK for shift in _shifts(day, raw.get(day))))


def _shifts(day: Weekday, intervals: object) -> list[Shift]:
    if not isinstance(intervals, list):
        return []
    found = (_shift(day, interval) for interval in intervals)
    return sorted(filter(None, found), key=lambda shift: shift.opens)


def _shift(day: Weekday, interval: object) -> Shift | None:
    if not isinstance(interval, list) or len(interval) != _ENDS:
        return None
    if interval[0] == interval[1]:
        return None  # as filled in for a closed day; around the clock is 00.00 to 24.00
    opens, closes = (_time(end) for end in interval)
    return None if opens is None or closes is None else Shift(day, opens, closes)


def _time(written: object) -> time | None:
    found = _TIME.fullmatch(written.strip()) if isinstance(written, str) else None
    if found is None:
        return None
    hours, minutes = found.groups()
    try:
        return time(0 if hours == _MIDNIGHT_AS_END else int(hours), int(minutes))
    except ValueError:
        return None
