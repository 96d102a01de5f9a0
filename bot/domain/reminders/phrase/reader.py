"""One line, read: the day, the time, and what is left of the words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.domain.reminders.phrase import words
from bot.domain.reminders.phrase.line import Line
from bot.domain.reminders.phrase.moments import Moment, take_moment
from bot.domain.reminders.phrase.places import place_of
from bot.domain.reminders.phrase.spelling import mended
from bot.domain.reminders.phrase.times import lone_time, take_part, take_time, take_weak_time

if TYPE_CHECKING:
    from datetime import date, time

_MOST_WORDS_LEFT = 4
_LONGEST_LINE = 160
_VISIT = re.compile(rf"(?<!\w)(?:{words.VISIT})(?!\w)")
_ASKS = re.compile(words.QUESTION)
_REFUSES = re.compile(words.REFUSAL)
_FASTING = re.compile(words.FASTING)


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a line says; `what` and `place` keep the patient's letters and may be empty."""

    day: date | None = None
    at: time | None = None
    what: str = ""
    place: str = ""
    is_visit: bool = False
    """Whether a doctor, an examination or the like is named."""
    is_open: bool = False
    """Whether a time is meant that is no single day, so that the day has to be asked for."""
    is_fasting: bool = False
    """Whether «натще» is said, which stays in `what`."""
    is_aside: bool = False
    """Whether it asks, or tells of what is not to come."""

    @property
    def is_about_time(self) -> bool:
        """Whether the line says anything of when."""
        return bool(self.day or self.at or self.is_open)

    @property
    def is_plan(self) -> bool:
        """Whether the line, which nobody asked for, surely means an appointment."""
        if self.is_aside or not (self.day or self.is_open):
            return False
        if self.is_visit and len(self.what.split()) <= _MOST_WORDS_LEFT:
            return True
        return self.day is not None and self.at is not None


def read_phrase(text: str, today: date) -> Phrase:
    """Read `text`; `today` is the day on the patient's wall. What is not said is None.

    Only a line in which no day is found is read once more with its slips mended.
    """
    flat = " ".join(text.split())
    if not flat or len(flat) > _LONGEST_LINE:
        return Phrase()
    line = Line(flat)
    moment = take_moment(line, today)
    if moment == Moment(None, moment.at) and (again := mended(flat)) != flat:
        line = Line(again)
        moment = take_moment(line, today)
    plain = Line(flat).plain
    what, place = place_of(line.text)
    return Phrase(
        moment.day,
        moment.at,
        what,
        place,
        is_visit=_VISIT.search(plain) is not None,
        is_open=moment.is_open,
        is_fasting=_FASTING.search(plain) is not None,
        is_aside=bool(_ASKS.search(plain) or _REFUSES.search(plain)),
    )


def read_time(text: str) -> time | None:
    """Read the answer to the question at what time; a bare number will do."""
    line = Line(" ".join(text.split()))
    at = lone_time(line) or take_time(line) or take_weak_time(line)
    take_part(line)
    return at
