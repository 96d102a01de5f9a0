"""One line, read: the day, the time, and what is left of the words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.domain.reminders.phrase import words
from bot.domain.reminders.phrase.days import (
    take_named_date,
    take_numeric_date,
    take_relative_day,
    take_weekday,
)
from bot.domain.reminders.phrase.line import Line
from bot.domain.reminders.phrase.times import lone_time, take_part, take_time, take_weak_time

if TYPE_CHECKING:
    from datetime import date, time

_MOST_WORDS_WITHOUT_TIME = 6
_LONGEST_LINE = 160
_VISIT = re.compile(rf"(?<!\w)(?:{words.VISIT})(?!\w)")
_LEADING = re.compile(rf"^(?:(?:{words.LEADING})(?!\w)\s*|[\s,.;:!—–-]+)", re.IGNORECASE)
_TRAILING = re.compile(r"(?:[\s,;:!—–-]|\s(?:о|об|в|у|на|к|і|и))+$", re.IGNORECASE)
_PLACE = re.compile(
    r"(?:^|[\s,]+)(?P<place>(?:вул\w*\.?|ул\.|улиц\w+|просп\w*\.?|адрес\w+:?)\s.+|"
    r"(?:на|в|у)\s+(?=[А-ЯІЇЄҐA-Z]).+)$"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a line says; `what` and `place` keep the patient's letters and may be empty."""

    day: date | None = None
    at: time | None = None
    what: str = ""
    place: str = ""
    is_visit: bool = False
    """Whether a doctor, an examination or the like is named."""
    count: int = 0
    """Of the words."""

    @property
    def is_plan(self) -> bool:
        """Whether the line, which nobody asked for, surely means an appointment."""
        if self.day is None:
            return False
        return self.at is not None or (self.is_visit and self.count <= _MOST_WORDS_WITHOUT_TIME)


def read_phrase(text: str, today: date) -> Phrase:
    """Read `text`; `today` is the day on the patient's wall. What is not said is None."""
    flat = " ".join(text.split())
    if not flat or len(flat) > _LONGEST_LINE:
        return Phrase()
    line = Line(flat)
    is_visit = _VISIT.search(line.plain) is not None
    relative = take_relative_day(line, today)
    day = relative.day if relative else take_named_date(line, today)
    at = take_time(line)
    numeric = take_numeric_date(line, today) if day is None else None
    weekday = take_weekday(line, today, relative.day if relative and relative.is_week else None)
    # a date says it better than the day of the week that stands beside it
    day = (weekday if relative and relative.is_week else None) or day or numeric or weekday
    at = at or take_weak_time(line)
    take_part(line)
    what, place = place_of(line.text)
    return Phrase(day, at, what, place, is_visit, len(flat.split()))


def read_time(text: str) -> time | None:
    """Read the answer to the question at what time; a bare number will do."""
    line = Line(" ".join(text.split()))
    return lone_time(line) or take_time(line) or take_weak_time(line)


def place_of(text: str) -> tuple[str, str]:
    """Split what a visit is about from where it is, as far as the words show it."""
    flat = " ".join(text.split())
    found = _PLACE.search(flat)
    if found is None:
        return _trimmed(flat), ""
    return _trimmed(flat[: found.start()]), found["place"].strip(" ,.")


def _trimmed(text: str) -> str:
    before = None
    while before != text:
        before = text
        text = _TRAILING.sub("", _LEADING.sub("", text))
    return text.strip(" ,;")
