"""Day and time of a line together: what stands for the one may not be read as the other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.domain.reminders.phrase import words
from bot.domain.reminders.phrase.days import (
    take_named_date,
    take_numeric_date,
    take_vague_day,
    take_week,
    take_weekday,
)
from bot.domain.reminders.phrase.relative_days import take_relative_day
from bot.domain.reminders.phrase.times import take_part, take_time, take_weak_time

if TYPE_CHECKING:
    from datetime import date, time

    from bot.domain.reminders.phrase.line import Line

_OR = re.compile(
    rf"(?<!\w)(?:{words.OR})(?!\w)(?P<hour>\s*(?:(?:о|об|в)\s*)?\d{{1,2}}(?![\w.:/]))?"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """`is_open` where several days are meant; of them, as of several times, none is given."""

    day: date | None
    at: time | None
    is_open: bool = False


def take_moment(line: Line, today: date) -> Moment:
    """Take day and time out of `line`: the surest marks first, 10.30 last."""
    is_vague = take_vague_day(line)
    relative = take_relative_day(line, today)
    is_next_week = take_week(line)
    day = relative.day if relative else take_named_date(line, today)
    ended = line.cut_at
    at = take_time(line)
    if day is None:
        day, ended = take_numeric_date(line, today), line.cut_at
    within = relative.day if relative and relative.is_week else None
    weekday = take_weekday(line, today, within, is_next_week=bool(is_next_week))
    # a date says it better than the day of the week that stands beside it
    if weekday and (day is None or within):
        day, ended = weekday, line.cut_at
    at = at or take_weak_time(line, ended if day else None)
    take_part(line)
    if _OR.search(line.plain):
        is_vague = _has_another_day(line, today) or is_vague
        at = None if _has_another_hour(line) else at
        if is_vague or at is None:
            line.take(_OR)
    is_open = is_vague or (day is None and is_next_week is not None)
    return Moment(None if is_open else day, at, is_open)


def _has_another_day(line: Line, today: date) -> bool:
    return bool(
        take_weekday(line, today)
        or take_numeric_date(line, today)
        or take_relative_day(line, today)
        or take_named_date(line, today)
    )


def _has_another_hour(line: Line) -> bool:
    choice = _OR.search(line.plain)
    return take_time(line) is not None or bool(choice and choice["hour"])
