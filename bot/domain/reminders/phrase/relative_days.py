"""The day that a line counts from today: tomorrow, in two weeks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.domain.reminders.phrase import words
from bot.domain.reminders.phrase.days import months_on, standing_alone
from bot.domain.reminders.phrase.numerals import NUMERAL, value_of

if TYPE_CHECKING:
    import re

    from bot.domain.reminders.phrase.line import Line

_WEEK = 7
_HALF_YEAR = 6
_YEAR = 12
_COUNT = rf"(?:(?P<digits>\d{{1,2}})|(?P<word>{NUMERAL}))"
_AHEAD = {days: standing_alone(rf"(?:на )?(?:{said})") for days, said in words.DAYS_AHEAD.items()}
_WITHIN = standing_alone(
    rf"(?:через|за|in)\s+(?:{_COUNT}\s+)?"
    rf"(?:(?P<day>{words.DAY_UNITS})|(?P<week>{words.WEEK_UNITS})|(?P<month>{words.MONTH_UNITS})|"
    rf"(?P<half>{words.HALF_YEAR_UNITS})|(?P<year>{words.YEAR_UNITS}))"
)


@dataclass(frozen=True, slots=True)
class RelativeDay:
    """`is_week` where weeks were counted, so that a day of that week may be named beside."""

    day: date
    is_week: bool = False


def take_relative_day(line: Line, today: date) -> RelativeDay | None:
    """Tomorrow, in two weeks."""
    for days in sorted(_AHEAD, reverse=True):
        if line.take(_AHEAD[days]):
            return RelativeDay(today + timedelta(days=days))
    found = line.take(_WITHIN)
    if found is None:
        return None
    count = _number(found)
    if found["month"] or found["half"] or found["year"]:
        return RelativeDay(months_on(today, count * _months_in(found)))
    is_week = found["week"] is not None
    return RelativeDay(today + timedelta(days=count * (_WEEK if is_week else 1)), is_week)


def _months_in(found: re.Match[str]) -> int:
    return 1 if found["month"] else _HALF_YEAR if found["half"] else _YEAR


def _number(found: re.Match[str]) -> int:
    if found["digits"]:
        return int(found["digits"])
    return value_of(found["word"]) if found["word"] else 1
