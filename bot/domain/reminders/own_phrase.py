"""Reads a reminder in the patient's own words from one line: what, how often, when, until."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING

from bot.domain.reminders.phrase import read_phrase
from bot.domain.reminders.phrase.line import Line
from bot.domain.reminders.recurrence import Every

if TYPE_CHECKING:
    from datetime import date

_NOON = 12
_IN_THE_MORNING, _IN_THE_EVENING = time(8), time(20)
_LONGEST_LINE = 160
_BEFORE, _AFTER = r"(?<![\w'])", r"(?![\w'])"
_EACH = r"(?:що|кожн\w+\s+|кажд\w+\s+|по\s+)"
_ASKED = re.compile(
    r"^\s*(?:будь ласка,?\s+)?(?:нагад\w+|напомина\w+|напомн\w+)"
    rf"(?:\s+(?:мені|мне))?{_AFTER}[\s,:]*"
)
_MORNING = re.compile(rf"{_BEFORE}(?:щоранку|{_EACH}(?:ран\w+|утр\w+)){_AFTER}")
_EVENING = re.compile(rf"{_BEFORE}{_EACH}(?:вечор\w+|вечер\w*|вечір){_AFTER}")
_DAILY = re.compile(
    rf"{_BEFORE}(?:щодня|щоденно|ежедневно|(?:кожн\w+|кажд\w+)\s+(?:день|дня)){_AFTER}"
)
_WEEKLY = re.compile(
    rf"{_BEFORE}(?:щотижня|щотижнев\w+|еженедельно|раз\s+(?:на\s+тиждень|в\s+неделю)|"
    rf"(?:кожн\w+\s+(?:тиждень|тижня)|кажд\w+\s+неделю)){_AFTER}"
)
_WEEKDAYS = (
    r"понеділ\w+|понедел\w+",
    r"вівтор\w+|вторник\w*",
    r"серед\w+|сред\w+",
    r"четвер\w*",
    r"п'?ятниц\w+",
    r"субот\w+|суб+от\w+",
    r"(?<!по)неділ\w+|воскресен\w+",
)
_ANY_WEEKDAY = "|".join(_WEEKDAYS)
_ON_WEEKDAYS = re.compile(
    rf"{_BEFORE}{_EACH}(?:{_ANY_WEEKDAY})(?:\s*(?:,|\s(?:і|й|та|и))\s*{_EACH}?(?:{_ANY_WEEKDAY}))*"
    rf"{_AFTER}"
)
_UNTIL = re.compile(rf"{_BEFORE}до\s+(?P<day>\d{{1,2}}(?:\.\d{{1,2}}(?:\.\d{{2,4}})?|\s+\w+))")

_TO_DO = re.compile(r"(?!діти)\w{2,}ти(?:ся|сь)?\b", re.IGNORECASE)
"""An infinitive in front: what is to be done, not what is complained of."""


@dataclass(frozen=True, slots=True)
class OwnPhrase:
    """What a line says; `text` keeps the patient's letters. `is_asked` where it says: remind."""

    text: str = ""
    every: Every | None = None
    weekdays: frozenset[int] = frozenset()
    at: time | None = None
    is_time_said: bool = False
    day: date | None = None
    until: date | None = None
    is_asked: bool = False
    is_visit: bool = False

    @property
    def is_about_time(self) -> bool:
        """Whether the line says anything of when or how often."""
        return bool(self.every or self.at or self.day or self.until)

    @property
    def is_plan(self) -> bool:
        """Whether the line, which nobody asked for, surely means a reminder of this kind."""
        if not self.text or self.is_visit:
            return False
        if self.every:
            return self.is_asked or self.is_time_said or _TO_DO.match(self.text) is not None
        return self.is_asked and self.is_time_said and self.day is not None


def read_own(text: str, today: date) -> OwnPhrase:
    """Read `text`; `today` is the day on the patient's wall. What is not said is None."""
    line = Line(" ".join(text.split()))
    if len(line.text) > _LONGEST_LINE:
        return OwnPhrase(line.text)
    is_asked = line.take(_ASKED) is not None
    until = _until(line, today)
    every, weekdays, usual = _how_often(line)
    rest = read_phrase(line.text, today)
    at = rest.at
    if at and usual == _IN_THE_EVENING and at.hour < _NOON:
        at = at.replace(hour=at.hour + _NOON)
    words = " ".join(filter(None, (rest.what, rest.place)))
    return OwnPhrase(
        text=words,
        every=every,
        weekdays=weekdays,
        at=at or usual,
        is_time_said=rest.at is not None,
        day=rest.day,
        until=until,
        is_asked=is_asked,
        is_visit=rest.is_visit and every is None,
    )


def _until(line: Line, today: date) -> date | None:
    found = _UNTIL.search(line.plain)
    day = read_phrase(found["day"], today).day if found else None
    if found and day:
        line.remove(found)
    return day


def _how_often(line: Line) -> tuple[Every | None, frozenset[int], time | None]:
    """Return how often, on which days of the week, and the hour that the word itself names."""
    if found := line.take(_ON_WEEKDAYS):
        said = found[0]
        days = (n for n, pattern in enumerate(_WEEKDAYS) if re.search(pattern, said))
        return Every.WEEK, frozenset(days), None
    if line.take(_WEEKLY):
        return Every.WEEK, frozenset(), None
    if line.take(_MORNING):
        line.take(_DAILY)
        return Every.DAY, frozenset(), _IN_THE_MORNING
    if line.take(_EVENING):
        line.take(_DAILY)
        return Every.DAY, frozenset(), _IN_THE_EVENING
    if line.take(_DAILY):
        return Every.DAY, frozenset(), None
    return None, frozenset(), None
