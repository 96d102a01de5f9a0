"""Dates in digits or in words, and what ЕСОЗ asks of each (esoz.md §9.2, §9.3)."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from bot.domain.cabinet.checks.faults import Fault
from bot.domain.cabinet.checks.typed import tidy
from bot.errors import InvalidInput

_MONTHS: Final = (
    ("січ", "янв", "jan"),
    ("лют", "фев", "feb"),
    ("бер", "мар", "mar"),
    ("кві", "апр", "apr"),
    ("тра", "май", "мая", "may"),
    ("чер", "июн", "jun"),
    ("лип", "июл", "jul"),
    ("сер", "авг", "aug"),
    ("вер", "сен", "sep"),
    ("жов", "окт", "oct"),
    ("лис", "ноя", "nov"),
    ("гру", "дек", "dec"),
)
"""How months begin in Ukrainian, Russian and English; three signs tell them all apart."""

_DAY_FIRST: Final = re.compile(r"(\d{1,2})\W+(\d{1,2})\W+(\d{4})")
_YEAR_FIRST: Final = re.compile(r"(\d{4})\W+(\d{1,2})\W+(\d{1,2})")
_TOGETHER: Final = re.compile(r"(\d{2})(\d{2})(\d{4})")
_IN_WORDS: Final = re.compile(r"(\d{1,2})\W*([^\W\d_]{3,})\W+(\d{4})")
_SHORT_YEAR: Final = re.compile(r"\d{1,2}\W+(?:\d{1,2}|[^\W\d_]{3,})\W+\d{2}")
_YEAR_WORD: Final = re.compile(r"\s*(?:року|рік|р\.?|года|год|г\.?)$")
_FIRST_YEAR: Final = 1900


def typed_date(text: str) -> date:
    """Return the day that was typed; raises InvalidInput for none, or a year of two digits."""
    words = _YEAR_WORD.sub("", tidy(text).casefold()).rstrip(" .,")
    if _SHORT_YEAR.fullmatch(words):
        raise InvalidInput(Fault.DATE_YEAR)
    year, month, day = _parts(words)
    try:
        return date(year, month, day)
    except ValueError as refusal:
        raise InvalidInput(Fault.DATE_NO_SUCH_DAY) from refusal


def birth_date(text: str, *, today: date) -> date:
    """Return a birth date: not in the future, not before 1900."""
    day = typed_date(text)
    if day > today:
        raise InvalidInput(Fault.DATE_IN_FUTURE)
    if day.year < _FIRST_YEAR:
        raise InvalidInput(Fault.BORN_TOO_LONG_AGO)
    return day


def issue_date(text: str, *, today: date, born_on: date) -> date:
    """Return the day when a document was issued: past, and after the birth."""
    day = typed_date(text)
    if day >= today:
        raise InvalidInput(Fault.DATE_IN_FUTURE)
    if day <= born_on:
        raise InvalidInput(Fault.DATE_BEFORE_BIRTH)
    return day


def expiry_date(text: str, *, today: date) -> date:
    """Return the last day of a document, which must be still ahead."""
    day = typed_date(text)
    if day <= today:
        raise InvalidInput(Fault.DATE_IN_PAST)
    return day


def _parts(words: str) -> tuple[int, int, int]:
    if found := _YEAR_FIRST.fullmatch(words):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _DAY_FIRST.fullmatch(words) or _TOGETHER.fullmatch(words):
        return int(found[3]), int(found[2]), int(found[1])
    if found := _IN_WORDS.fullmatch(words):
        return int(found[3]), _month(found[2]), int(found[1])
    raise InvalidInput(Fault.DATE_SHAPE)


def _month(word: str) -> int:
    for number, beginnings in enumerate(_MONTHS, start=1):
        if word.startswith(beginnings):
            return number
    raise InvalidInput(Fault.DATE_SHAPE)
