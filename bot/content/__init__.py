"""What patients read as knowledge: topics, question trees, telephone lines, e-cabinets.

The texts are data in `data/`, read and checked once, at the first use.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from bot.content.entries import TREE_PREFIX, Cabinet, Source, Topic
from bot.content.hours import KYIV, OpenState, line_state
from bot.content.library import Library, load
from bot.content.phone_lines import Line, Shift
from bot.content.preparation import Sheet
from bot.content.public_holidays import PublicHolidays
from bot.content.question_trees import TOPIC_PREFIX, Answer, Outcome, Question, Tree
from bot.content.reading import BadContent
from bot.content.result_topics import NOT_FOUND_TOPIC, OUTAGE_TOPICS, STATE_TOPICS
from bot.content.wording import LocalText
from bot.domain.hours import Weekday
from bot.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from bot.domain.reminders.preparation import Preparation

__all__ = [
    "DATA",
    "KYIV",
    "NOT_FOUND_TOPIC",
    "OUTAGE_TOPICS",
    "STATE_TOPICS",
    "TOPIC_PREFIX",
    "TREE_PREFIX",
    "Answer",
    "BadContent",
    "Cabinet",
    "Library",
    "Line",
    "LocalText",
    "OpenState",
    "Outcome",
    "PublicHolidays",
    "Question",
    "Sheet",
    "Shift",
    "Source",
    "Topic",
    "Tree",
    "Weekday",
    "cabinets",
    "is_open",
    "library",
    "line",
    "line_state",
    "lines",
    "load",
    "sheets",
    "topic",
    "topics",
    "tree",
    "trees",
]

T = TypeVar("T")
DATA = Path(__file__).parent / "data"


@cache
def library() -> Library:
    """Everything, read once; call it at start, so that a bad file stops the start."""
    return load(DATA)


def topics() -> Mapping[str, Topic]:
    return library().topics


def topic(slug: str) -> Topic:
    """One topic; raises `NotFound` for a slug of no topic, as an old deep link may hold."""
    return _entry(topics(), slug)


def trees() -> Mapping[str, Tree]:
    return library().trees


def tree(slug: str) -> Tree:
    """One question tree; raises `NotFound`."""
    return _entry(trees(), slug)


def lines() -> Mapping[str, Line]:
    """All telephone lines, in the order in which they are offered."""
    return library().lines


def line(name: str) -> Line:
    """One telephone line by its id; raises `NotFound`."""
    return _entry(lines(), name)


def is_open(one: Line, moment: datetime) -> OpenState:
    """Say whether a line answers at `moment` (aware, any zone), public holidays thought of."""
    return line_state(one, moment, library().public_holidays)


def sheets() -> Mapping[Preparation, Sheet]:
    """How to prepare, by the kind of visit; every kind has its sheet."""
    return library().sheets


def cabinets() -> tuple[Cabinet, ...]:
    """The verified e-cabinets: no other is shown to patients."""
    return library().verified_cabinets


def _entry(entries: Mapping[str, T], slug: str) -> T:
    if slug not in entries:
        raise NotFound(slug)
    return entries[slug]
