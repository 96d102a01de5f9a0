"""What is counted of how the bot is used: never whom, never what somebody wrote."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

SHOWN_FROM = 10
"""A number below is not shown where a person could be guessed from it."""


class FigureKind(StrEnum):
    """`subject` and `detail` of each kind are named beside it."""

    TOPIC = "topic"
    """A topic was opened: its slug, the language of reading."""
    STEP = "step"
    """A step of a flow was reached: the flow, the step."""
    NOT_UNDERSTOOD = "not_understood"
    """A text was not understood: a word of the dictionary in its basic form."""
    NOT_IT = "not_it"
    """«That is not it» under an answer: the topic's slug."""
    BARRIER = "barrier"
    """A patient met one: which, and the oblast where it is known."""


class Barrier(StrEnum):
    PAPER = "paper"
    """A facility demanded a paper copy."""
    NOT_FOUND = "not-found"
    """A referral was not found by its number."""
    NO_PLACES = "no-places"
    """A doctor has no places for a declaration."""


class Figure(NamedTuple):
    """What one counter counts."""

    kind: FigureKind
    subject: str
    detail: str = ""
