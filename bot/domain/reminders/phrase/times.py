"""The time of day that a line names."""

from __future__ import annotations

import re
from datetime import time
from typing import TYPE_CHECKING

from bot.domain.reminders.phrase import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.domain.reminders.phrase.line import Line

_NOON = 12
_LAST_HOUR = 23
_LAST_MINUTE = 59
_HOUR_MINUTES = 60
_FIRST_IN_MORNING = 7
"""Nobody is seen at three in the night: three without more is fifteen."""
_BEFORE = r"(?<![\w'.:/])"
_AFTER = r"(?![\w'])"
_AT = r"(?:о|об|в|у|к|на|во)"


def _named(kinds: Mapping[int, str], prefix: str) -> str:
    return "|".join(f"(?P<{prefix}{number}>{said})" for number, said in kinds.items())


_MONTH_NAMES = "|".join(words.MONTHS)
_HOUR_ENDING = r"(?:[-\s]?(?:ї|й|ій|ть|ти|ю|го))?"
_PART = (
    rf"(?:{words.MORNING})|(?P<dayly>{words.DAY_PART})|"
    rf"(?P<evening>{words.EVENING})|(?:{words.NIGHT})"
)
_PARTS = re.compile(rf"{_BEFORE}(?:{_PART}){_AFTER}")
_COLON = re.compile(
    rf"(?<![\d:.])(?:{_AT}\s*)?(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?![\d:])"
    r"(?:\s*(?:год|г|ч)\b\.?)?"
)
_HALF = re.compile(
    rf"{_BEFORE}(?:{_AT}\s+)?(?:половин[аіуе]\s+|пів\s*(?:на\s+)?|пол\s?-?)"
    rf"(?:(?P<digits>\d{{1,2}}){_HOUR_ENDING}|{_named(words.HOURS, 'h')}){_AFTER}"
)
_QUARTER = re.compile(
    rf"{_BEFORE}(?:о\s+)?(?P<less>за\s+чверть|без\s+(?:четверти|п'?ятнадцати|чверті))?"
    rf"(?(less)\s+|(?:о\s+)?чверть\s+(?P<side>на|по)\s+)"
    rf"(?:(?P<digits>\d{{1,2}}){_HOUR_ENDING}|{_named(words.HOURS, 'h')}){_AFTER}"
)
_MARKED = re.compile(
    rf"{_BEFORE}{_AT}\s*(?P<hour>\d{{1,2}})(?:{_HOUR_ENDING}(?:[.\-\s](?P<minute>\d\d))?)"
    r"(?:\s*(?:год\w*|ч|час\w*)\.?)?(?:\s*(?P<more>\d\d)\s*(?:хв\w*|мин\w*)\.?)?"
    rf"(?![\w']|[./:]\d|\s+(?:{_MONTH_NAMES}|каб\w*|числ\w*|дн\w+|поверх\w*|этаж\w*)\b)"
)
_COUNTED = re.compile(
    rf"{_BEFORE}(?P<hour>\d{{1,2}})(?:[.\-](?P<minute>\d\d))?\s*"
    rf"(?:(?:год\w*|час[аоів]\w*|ч)\.?(?:\s*(?P<more>\d\d)\s*(?:хв\w*|мин\w*)\.?)?{_AFTER}|"
    rf"(?=(?:{words.MORNING}|{words.DAY_PART}|{words.EVENING}|{words.NIGHT}){_AFTER}))"
)
_SPOKEN = re.compile(
    rf"{_BEFORE}{_AT}\s+(?:{_named(words.HOURS, 'h')})(?:\s+годин\w*|\s+час(?:ов|а))?"
    rf"(?:\s+(?:{_named(words.MINUTES, 'm')}))?{_AFTER}"
)
_SPOKEN_PART = re.compile(
    rf"{_BEFORE}(?:{_named(words.HOURS, 'h')})"
    rf"(?=\s+(?:годин\w*\s+)?(?:ранку|утра|дня|вечора|вечера){_AFTER})"
)
_NOONS = re.compile(rf"{_BEFORE}(?:опівдні|(?:в|у)\s+пол(?:день|удень)){_AFTER}")
_WEAK = re.compile(r"(?<![\d.:/])(?P<hour>\d{1,2})[.\-](?P<minute>\d\d)(?![\d:]|[./-]\d)")
_LONE = re.compile(r"\s*(?P<hour>\d{1,2})(?:[\s.,\-]?(?P<minute>\d\d))?\s*")


def take_time(line: Line) -> time | None:
    """A time that stands with a mark of its own: a colon, «о», «ранку»."""
    if (found := _COLON.search(line.plain)) and (at := _clock(found)):
        line.remove(found)
        return at
    if line.take(_NOONS):
        return time(_NOON)
    for pattern, read in (
        (_HALF, _half),
        (_QUARTER, _quarter),
        (_MARKED, _digits),
        (_COUNTED, _digits),
        (_SPOKEN, _spoken),
        (_SPOKEN_PART, _spoken),
    ):
        for found in pattern.finditer(line.plain):
            minutes = read(found)
            if minutes is not None:
                line.remove(found)
                return _in_part(line, minutes)
    return None


def take_weak_time(line: Line) -> time | None:
    """10.30, when it cannot be a date any more."""
    found = _WEAK.search(line.plain)
    at = _clock(found) if found else None
    if found and at:
        line.remove(found)
        return _in_part(line, _minutes(at))
    return None


def take_part(line: Line) -> None:
    """Take out «вранці», which names no time by itself."""
    line.take(_PARTS)


def lone_time(line: Line) -> time | None:
    """Return the time when a bare number is all that was said: 9, 10 30, 1430."""
    found = _LONE.fullmatch(line.plain)
    at = _clock(found) if found else None
    return _in_part(line, _minutes(at)) if at else None


def _clock(found: re.Match[str]) -> time | None:
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    return time(hour, minute) if hour <= _LAST_HOUR and minute <= _LAST_MINUTE else None


def _minutes(at: time) -> int:
    return at.hour * _HOUR_MINUTES + at.minute


def _digits(found: re.Match[str]) -> int | None:
    hour, minute = int(found["hour"]), int(found["minute"] or found["more"] or 0)
    if hour > _LAST_HOUR or minute > _LAST_MINUTE:
        return None
    return hour * _HOUR_MINUTES + minute


def _half(found: re.Match[str]) -> int | None:
    hour = _hour(found)
    return (hour * _HOUR_MINUTES - 30) if hour else None


def _quarter(found: re.Match[str]) -> int | None:
    hour = _hour(found)
    if not hour:
        return None
    shift = 15 if found["side"] == "по" else -45 if found["side"] else -15
    return hour * _HOUR_MINUTES + shift


def _spoken(found: re.Match[str]) -> int | None:
    names = found.groupdict()
    minute = next((int(n[1:]) for n, said in names.items() if n[0] == "m" and said), 0)
    hour = _hour(found)
    return hour * _HOUR_MINUTES + minute if hour else None


def _hour(found: re.Match[str]) -> int | None:
    names = found.groupdict()
    if names.get("digits"):
        hour = int(names["digits"] or 0)
        return hour if 1 <= hour <= _NOON else None
    return next((int(n[1:]) for n, said in names.items() if n[0] == "h" and said), None)


def _in_part(line: Line, minutes: int) -> time:
    """Put `minutes` into the part of the day that was named, else into working hours."""
    part = line.take(_PARTS)
    hour, minute = divmod(minutes, _HOUR_MINUTES)
    is_half_day = hour <= _NOON
    if part is None:
        is_later = 0 < hour < _FIRST_IN_MORNING
    else:
        is_later = bool(part["evening"] or part["dayly"]) and hour < _NOON
    if is_half_day and is_later:
        hour += _NOON
    return time(hour % 24, minute)
