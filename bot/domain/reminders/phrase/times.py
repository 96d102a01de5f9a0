"""The time of day that a line names."""

from __future__ import annotations

import re
from datetime import time
from typing import TYPE_CHECKING

from bot.domain.reminders.phrase import words
from bot.domain.reminders.phrase.spoken_times import HOUR_ENDING, PART, spoken_minutes

if TYPE_CHECKING:
    from bot.domain.reminders.phrase.line import Line

_NOON = 12
_LAST_HOUR = 23
_LAST_MINUTE = 59
_HOUR_MINUTES = 60
_FIRST_IN_MORNING = 7
"""Nobody is seen at three in the night: three without more is fifteen."""
_LAST_IN_EVENING = 20
_BEFORE = r"(?<![\w'.:/,№])"
_AFTER = r"(?![\w'])"
_AT = r"(?:о|об|в|у|к|на|во|at)"
_MONTH_NAMES = "|".join(words.MONTHS)
_NO_TIME = rf"(?!\s+(?:{words.NO_TIME}|{_MONTH_NAMES})\b)"
_CLOCK = r"\d{1,2}(?:[:.]\d\d)?"

_PARTS = re.compile(rf"{_BEFORE}{PART}{_AFTER}")
_RANGE = re.compile(
    rf"{_BEFORE}(?:з|із|с|від|от)\s+(?P<from>{_CLOCK})\s+(?:до|по)\s+{_CLOCK}"
    rf"(?:\s*год\w*\.?)?{_AFTER}{_NO_TIME}|"
    r"(?<![\d:.])(?P<since>\d{1,2}:\d\d)\s*[-–—]\s*\d{1,2}:\d\d(?![\d:])"
)
_COLON = re.compile(
    rf"(?<![\d:.])(?:(?<!\w){_AT}\s*)?(?P<hour>\d{{1,2}})\s?:\s?(?P<minute>\d\d)(?![\d:])"
    r"(?:\s*(?:год|г|ч)\b\.?)?"
)
_MARKED = re.compile(
    rf"{_BEFORE}{_AT}\s*(?P<hour>\d{{1,2}})(?:{HOUR_ENDING}(?:[.,\-\s](?P<minute>\d\d))?)"
    r"(?:\s*(?:год\w*|г|ч|час\w*)\.?)?(?:\s*(?P<more>\d\d)\s*(?:хв\w*|мин\w*)?\.?)?"
    rf"(?![\w']|[./:]\d){_NO_TIME}"
)
_COUNTED = re.compile(
    rf"{_BEFORE}(?P<hour>\d{{1,2}})(?:[.\-](?P<minute>\d\d))?\s*"
    rf"(?:(?:год\w*|час[аоів]\w*|ч)\.?(?:\s*(?P<more>\d\d)\s*(?:хв\w*|мин\w*)\.?)?{_AFTER}|"
    rf"(?={PART}{_AFTER}))"
)
_NOONS = re.compile(
    rf"{_BEFORE}(?:о\s?півдні|о\s?полудні|опівдні|(?:в|у)\s+пол(?:день|удень)){_AFTER}"
)
_WEAK = re.compile(r"(?<![\d.:/,])(?P<hour>\d{1,2})[.\-](?P<minute>\d\d)(?![\d:]|[./-]\d)")
_BARE = re.compile(rf"\s*,?\s*(?P<hour>\d{{1,2}})(?:\s(?P<minute>\d\d))?(?![\w'.:/-]){_NO_TIME}")
_LONE = re.compile(r"\s*(?P<hour>\d{1,2})(?:[\s.,\-]?(?P<minute>\d\d))?\s*")
_MIDNIGHT = re.compile(rf"{_BEFORE}(?:(?:о|в|у)\s?пів?ноч[иі]|опівночі|в\s+полночь){_AFTER}")


def take_time(line: Line) -> time | None:
    """A time that stands with a mark of its own: a colon, «о», «ранку»; of a range its start."""
    line.take(_MIDNIGHT)  # of which day, nobody knows: it is asked for
    if (at := _range_start(line)) is not None:
        return at
    if (found := _COLON.search(line.plain)) and (at := _clock(found)):
        line.remove(found)
        return _in_part(line, _minutes(at)) if _PARTS.search(line.plain) else at
    if line.take(_NOONS):
        return time(_NOON)
    if (spoken := spoken_minutes(line)) is not None:
        return _in_part(line, spoken)
    for pattern in (_MARKED, _COUNTED):
        for found in pattern.finditer(line.plain):
            minutes = _digits(found)
            if minutes is not None:
                line.remove(found)
                return _in_part(line, minutes)
    return None


def take_weak_time(line: Line, after: int | None = None) -> time | None:
    """10.30, when it cannot be a date any more; a bare number where `after` says a day ended."""
    found = _WEAK.search(line.plain)
    at = _clock(found) if found else None
    if at is None and after is not None:
        found = _BARE.match(line.plain, after)
        at = _clock(found) if found else None
        is_usual = at is not None and _FIRST_IN_MORNING <= at.hour <= _LAST_IN_EVENING
        at = at if is_usual else None
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


def _range_start(line: Line) -> time | None:
    for found in _RANGE.finditer(line.plain):
        hour, _, minute = (found["from"] or found["since"]).replace(".", ":").partition(":")
        if int(hour) <= _LAST_HOUR and int(minute or 0) <= _LAST_MINUTE:
            line.remove(found)
            return _in_part(line, int(hour) * _HOUR_MINUTES + int(minute or 0))
    return None


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


def _in_part(line: Line, minutes: int) -> time | None:
    """Put `minutes` into the part of the day that was named, else into working hours.

    None for twelve at night: of which night, has to be asked.
    """
    part = line.take(_PARTS)
    hour, minute = divmod(minutes, _HOUR_MINUTES)
    if part and part["night"] and hour == _NOON:
        return None
    if part is None:
        is_later = 0 < hour < _FIRST_IN_MORNING
    else:
        is_later = bool(part["evening"] or part["dayly"]) and hour < _NOON
    return time((hour + _NOON if is_later else hour) % 24, minute)
