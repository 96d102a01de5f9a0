"""A time of day in words: «о пів на третю», «за чверть десята», «о десятій сорок»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.domain.reminders.phrase import words
from bot.domain.reminders.phrase.numerals import NUMERAL, value_of

if TYPE_CHECKING:
    from bot.domain.reminders.phrase.line import Line

_NOON = 12
_LAST_HOUR = 23
_HOUR_MINUTES = 60
_BEFORE = r"(?<![\w'.:/])"
_AFTER = r"(?![\w'])"
_AT = r"(?:о|об|в|у|к|на|во)"

HOUR_ENDING = r"(?:[-\s]?(?:ї|й|ій|ть|ти|ю|го))?"
PART = (
    rf"(?:{words.MORNING}|(?P<dayly>{words.DAY_PART})|"
    rf"(?P<evening>{words.EVENING})|(?P<night>{words.NIGHT}))"
)
_PART_OF_DAY = rf"(?:{words.MORNING}|{words.DAY_PART}|{words.EVENING}|{words.NIGHT})"
_HOUR = rf"(?:(?P<digits>\d{{1,2}}){HOUR_ENDING}|(?P<hour>час|{NUMERAL}))"
_COUNT = (
    r"(?:(?P<quarter>чверть|чверті|четверт[ьи])|(?P<count>п'?ят(?:ь|и)|десят[ьи]|"
    r"п'?ятн?адцят[ьи]|пятнадцат[ьи]|двадцят[ьи]|двадцат[ьи]|двадцять\s+п'?ять))"
    r"(?:\s+(?:хвилин\w*|минут\w*))?"
)
_NO_TIME = rf"(?!\s+(?:{words.NO_TIME})\b)"

_HALF = re.compile(
    rf"{_BEFORE}(?:{_AT}\s+)?(?:половин[аіуеы]\s+|пів\s*(?:на\s+)?|пол\s?-?){_HOUR}{_AFTER}"
)
_TO_HOUR = re.compile(rf"{_BEFORE}(?:о\s+)?(?:за|без)\s+{_COUNT}\s+(?:до\s+)?{_HOUR}{_AFTER}")
_PAST_HOUR = re.compile(
    rf"{_BEFORE}(?:(?:о|об|в|у|на)\s+)?{_COUNT}\s+(?P<side>на|по)\s+{_HOUR}{_AFTER}"
)
_OF_HOUR = re.compile(
    rf"{_BEFORE}(?:(?:о|в|у)\s+)?(?:(?P<quarter>четверть)|(?P<count>{NUMERAL})\s+минут\w*)\s+"
    rf"{_HOUR}{_AFTER}"
)
_SPOKEN = re.compile(
    rf"{_BEFORE}{_AT}\s+(?P<hour>час|{NUMERAL})(?:\s+годин\w*|\s+час(?:ов|а))?"
    rf"(?:\s+(?:нуль\s+нуль|ноль\s+ноль|(?P<minute>{NUMERAL})(?:\s+(?:хвилин\w*|минут\w*))?))?"
    rf"{_AFTER}{_NO_TIME}"
)
_SPOKEN_PART = re.compile(
    rf"{_BEFORE}(?P<hour>{NUMERAL})(?=\s+(?:годин\w*\s+)?{_PART_OF_DAY}{_AFTER})"
)


def spoken_minutes(line: Line) -> int | None:
    """Take the time out and return it in minutes since midnight, as said: without the part."""
    for pattern, read in (
        (_HALF, _half),
        (_TO_HOUR, _to_hour),
        (_PAST_HOUR, _past_hour),
        (_OF_HOUR, _of_hour),
        (_SPOKEN, _spoken),
        (_SPOKEN_PART, _spoken),
    ):
        for found in pattern.finditer(line.plain):
            minutes = read(found)
            if minutes is not None:
                line.remove(found)
                return minutes
    return None


def _half(found: re.Match[str]) -> int | None:
    hour = _small_hour(found)
    return hour * _HOUR_MINUTES - 30 if hour else None


def _to_hour(found: re.Match[str]) -> int | None:
    hour = _small_hour(found)
    return hour * _HOUR_MINUTES - _minutes(found) if hour else None


def _past_hour(found: re.Match[str]) -> int | None:
    hour = _small_hour(found)
    if not hour:
        return None
    whole = hour if found["side"] == "по" else hour - 1
    return whole * _HOUR_MINUTES + _minutes(found)


def _of_hour(found: re.Match[str]) -> int | None:
    """«Четверть третьего», of the Russian kind: the hour that has begun."""
    hour = _small_hour(found)
    return (hour - 1) * _HOUR_MINUTES + _minutes(found) if hour else None


def _spoken(found: re.Match[str]) -> int | None:
    hour = _hour(found)
    said = found.groupdict().get("minute")
    minute = value_of(said) if said else 0
    is_time = hour is not None and hour <= _LAST_HOUR and minute < _HOUR_MINUTES
    return hour * _HOUR_MINUTES + minute if is_time and hour is not None else None


def _minutes(found: re.Match[str]) -> int:
    return 15 if found["quarter"] else _count_of(found["count"])


def _count_of(said: str) -> int:
    # the genitive of Russian and Ukrainian alike: п'яти, десяти, двадцати
    return sum(value_of(word[:-1] + "ь" if word.endswith("и") else word) for word in said.split())


def _small_hour(found: re.Match[str]) -> int | None:
    """Return an hour of a dial: nobody says «пів на чотирнадцяту» of a half past."""
    hour = _hour(found)
    return hour if hour is not None and 1 <= hour <= _NOON else None


def _hour(found: re.Match[str]) -> int | None:
    digits = found.groupdict().get("digits")
    if digits:
        return int(digits)
    said = found["hour"]
    return 1 if said == "час" else value_of(said) or None
