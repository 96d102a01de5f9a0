"""The day of a calendar or of the week that a line names."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.domain.reminders.phrase import words
from bot.domain.reminders.phrase.numerals import COMPOUND, NUMERAL, value_of

if TYPE_CHECKING:
    from bot.domain.reminders.phrase.line import Line

_WEEK = 7
_MONTHS = 12
_CENTURY = 2000
_BEFORE = r"(?<![\w'.:/])"
_AFTER = r"(?![\w'])"


def standing_alone(body: str) -> re.Pattern[str]:
    """Return a pattern that begins and ends with whole words."""
    return re.compile(_BEFORE + body + _AFTER)


_MONTH = "|".join(f"(?P<m{n}>{said})" for n, said in enumerate(words.MONTHS, 1))
_YEAR = r"(?:,?\s+(?P<year>20\d\d)(?:\s*(?:року|года|р\.|г\.))?)?"
_NAMED_DATE = standing_alone(
    rf"(?:на )?(?P<day>\d{{1,2}})(?:[-\s]?(?:го|е|те))?\s+(?:{_MONTH})\.?{_YEAR}"
)
_WORD_DATE = standing_alone(rf"(?:на )?(?P<said>{NUMERAL})\s+(?:{_MONTH})\.?{_YEAR}")
_YEAR_ASIDE = re.compile(r"\(\s*(?P<year>20\d\d)(?:\s*(?:року|рік|р|года|год|г)\.?)?\s*\)")
"""As the bot itself prints the year of what is far ahead."""
_OF_MONTH = standing_alone(r"(?:на )?(?P<day>\d{1,2})(?:(?:[-\s]?(?:го|е|те))?\s+числ[ао]|-?го)")
_WORD_OF_MONTH = standing_alone(
    rf"(?:на )?(?:(?P<said>{NUMERAL})\s+числ[ао]|(?P<long>{COMPOUND}))"
)
_ISO = re.compile(r"(?<![\d.:/-])(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d:/-])")
_NUMERIC = re.compile(
    r"(?<![\d.:/,-])(?P<day>\d{1,2})(?:"
    r"[./](?P<month>\d{1,2})(?:[./](?P<year>\d{4}|\d{2}))?|"
    r"-(?P<month2>\d{1,2})-(?P<year2>\d{4}|\d{2})|,(?P<month3>\d\d)(?=\s|$))"
    r"(?:\s*(?:р|г|року|года)\b\.?)?(?![\d:]|[./-]\d)"
)
_DATE_RANGE = standing_alone(
    rf"(?:з\s+|с\s+)?\d{{1,2}}\s*(?:[-–—]|по|до|або|чи|или)\s*\d{{1,2}}\s+(?:{'|'.join(words.MONTHS)})"
)
_VAGUE = standing_alone(words.VAGUE_DAY)
_THIS_WEEK = standing_alone(rf"(?:на\s+)?(?:{words.THIS})\s+(?:{words.WEEK})")
_NEXT_WEEK = standing_alone(rf"(?:на\s+)?(?:{words.NEXT}|{words.THAT})\s+(?:{words.WEEK})")
_WEEKDAYS = tuple(
    standing_alone(
        r"(?:(?:у|в|во|на|on)\s+)?"
        rf"(?:(?P<next>{words.NEXT})\s+|(?:{words.THIS}|{words.NEAREST})\s+)?"
        rf"(?:{said})\.?"
    )
    for said in words.WEEKDAYS
)


def take_named_date(line: Line, today: date) -> date | None:
    """25 December, with or without its year; the 25th; both in words, too."""
    aside = line.take(_YEAR_ASIDE)
    for pattern in (_NAMED_DATE, _WORD_DATE):
        for found in pattern.finditer(line.plain):
            month = next(n for n in range(1, _MONTHS + 1) if found[f"m{n}"])
            year = found["year"] or (aside and aside["year"])
            day = _date(today, _day_of(found), month, year)
            if day:
                line.remove(found)
                return day
    of_month = line.take(_OF_MONTH) or line.take(_WORD_OF_MONTH)
    return _of_month(today, _day_of(of_month)) if of_month else None


def _day_of(found: re.Match[str]) -> int:
    groups = found.groupdict()
    said = groups.get("said") or groups.get("long")
    return value_of(said) if said else int(found["day"])


def take_vague_day(line: Line) -> bool:
    """Take out what names more than one day: at the weekend, from the 3rd to the 5th."""
    return line.take(_DATE_RANGE) is not None or line.take(_VAGUE) is not None


def take_week(line: Line) -> bool | None:
    """True for the next week, False for this one, None where none is named."""
    if line.take(_NEXT_WEEK):
        return True
    return False if line.take(_THIS_WEEK) else None


def take_numeric_date(line: Line, today: date) -> date | None:
    """25.12, 25.12.2026 or 2026-12-25; what is no date stays in the line."""
    for pattern in (_ISO, _NUMERIC):
        for found in pattern.finditer(line.plain):
            named = {
                name.rstrip("23"): value for name, value in found.groupdict().items() if value
            }
            day = _date(today, int(named["day"]), int(named["month"]), named.get("year"))
            if day:
                line.remove(found)
                return day
    return None


def take_weekday(
    line: Line, today: date, within: date | None = None, *, is_next_week: bool = False
) -> date | None:
    """The next such day after today; that of the week of `within` or of the next where said."""
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
