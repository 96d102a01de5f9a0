"""The day that a line names."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.domain.reminders.phrase import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.domain.reminders.phrase.line import Line

_WEEK = 7
_MONTHS = 12
_CENTURY = 2000
_BEFORE = r"(?<![\w'.:/])"
_AFTER = r"(?![\w'])"


def _pattern(body: str) -> re.Pattern[str]:
    return re.compile(_BEFORE + body + _AFTER)


def _any(kinds: Mapping[int, str]) -> str:
    return "|".join(kinds.values())


_COUNT = rf"(?:(?P<digits>\d{{1,2}})|(?P<word>{_any(words.NUMBERS)}))"
_AHEAD = {days: _pattern(rf"(?:на )?(?:{said})") for days, said in words.DAYS_AHEAD.items()}
_WITHIN = _pattern(
    rf"(?:через|за)\s+(?:{_COUNT}\s+)?"
    rf"(?:(?P<day>{words.DAY_UNITS})|(?P<week>{words.WEEK_UNITS})|(?P<month>{words.MONTH_UNITS}))"
)
_NAMED_DATE = _pattern(
    rf"(?:на )?(?P<day>\d{{1,2}})(?:[-\s]?(?:го|е|те))?\s+"
    rf"(?:{'|'.join(f'(?P<m{n}>{said})' for n, said in enumerate(words.MONTHS, 1))})"
    r"(?:\s+(?P<year>20\d\d)(?:\s*(?:року|года|р\.|г\.))?)?"
)
_OF_MONTH = _pattern(r"(?:на )?(?P<day>\d{1,2})(?:(?:[-\s]?(?:го|е|те))?\s+числ[ао]|-?го)")
_NUMERIC = re.compile(
    r"(?<![\d.:/])(?P<day>\d{1,2})[./](?P<month>\d{1,2})(?:[./](?P<year>\d{4}|\d{2}))?"
    r"(?:\s*(?:р|г)\.)?(?![\d:]|[./]\d)"
)
_NEXT_WEEK = _pattern(
    r"(?:на )?(?:наступн\w+|слідуюч\w+|следующ\w+)\s+(?:тижн[яіь]\w*|тиждень|недел[ею])"
)
_WEEKDAYS = tuple(
    _pattern(
        r"(?:(?:у|в|во|на)\s+)?"
        r"(?:(?P<next>наступн\w+|слідуюч\w+|следующ\w+)\s+|ц[еіюяьй]\w*\s+|эт\w+\s+)?"
        rf"(?:{said})\.?"
    )
    for said in words.WEEKDAYS
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
    if found["month"]:
        return RelativeDay(months_on(today, count))
    is_week = found["week"] is not None
    return RelativeDay(today + timedelta(days=count * (_WEEK if is_week else 1)), is_week)


def take_named_date(line: Line, today: date) -> date | None:
    """25 December, with or without its year; the 25th."""
    if found := line.take(_NAMED_DATE):
        month = next(n for n in range(1, _MONTHS + 1) if found[f"m{n}"])
        return _date(today, int(found["day"]), month, found["year"])
    if found := line.take(_OF_MONTH):
        return _of_month(today, int(found["day"]))
    return None


def take_numeric_date(line: Line, today: date) -> date | None:
    """25.12 or 25.12.2026; what is no date stays in the line."""
    for found in _NUMERIC.finditer(line.plain):
        day = _date(today, int(found["day"]), int(found["month"]), found["year"])
        if day:
            line.remove(found)
            return day
    return None


def take_weekday(line: Line, today: date, within: date | None = None) -> date | None:
    """The next such day after today; that of the week of `within` or of the next where said."""
    is_next_week = line.take(_NEXT_WEEK) is not None
    for number, pattern in enumerate(_WEEKDAYS):
        if found := line.take(pattern):
            monday = (within or today) - timedelta(days=(within or today).weekday())
            if within:
                return monday + timedelta(days=number)
            if is_next_week or found["next"]:
                return monday + timedelta(days=_WEEK + number)
            ahead = (number - today.weekday() - 1) % _WEEK + 1
            return today + timedelta(days=ahead)
    return None


def _number(found: re.Match[str]) -> int:
    if found["digits"]:
        return int(found["digits"])
    said: Sequence[int] = [
        number
        for number, pattern in words.NUMBERS.items()
        if found["word"] and re.fullmatch(pattern, found["word"])
    ]
    return said[0] if said else 1


def _date(today: date, day: int, month: int, year: str | None) -> date | None:
    """Without a year it is the next such day; None for one that no calendar has."""
    given = int(year) if year else None
    if given is not None and given < _CENTURY:
        given += _CENTURY
    years = [given] if given else [today.year, today.year + 1]
    for one in years:
        if 1 <= month <= _MONTHS and 1 <= day <= monthrange(one, month)[1]:
            found = date(one, month, day)
            if given or found >= today:
                return found
    return None


def _of_month(today: date, day: int) -> date | None:
    for ahead in range(_MONTHS):
        first = months_on(today.replace(day=1), ahead)
        if 1 <= day <= monthrange(first.year, first.month)[1] and first.replace(day=day) >= today:
            return first.replace(day=day)
    return None


def months_on(day: date, months: int) -> date:
    """The same day of a later month, or that month's last."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
