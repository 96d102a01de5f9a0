"""What the reading of a text comes to, and when it is sure enough to open a screen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from bot.domain.understanding.entities import NOTHING_SAID, Entities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.domain.understanding.phrases import Match
    from bot.domain.understanding.target import Target

CLEAR: Final = 0.58
"""A score from which the best target opens by itself; measured on the tuned utterances."""
MARGIN: Final = 0.08
"""By how much it must be better than the next."""
SURE: Final = 0.85
"""A score from which a narrower margin will do: the words are nearly a known question."""
NARROW_MARGIN: Final = 0.04
LIKELY: Final = 0.42
"""A score from which a target is asked about."""
NEAR: Final = 0.15
"""A score from which a topic is named among the nearest."""
_MOST_OFFERED: Final = 3


class Outcome(StrEnum):
    """One target; a few of which the patient chooses; nothing but what is nearest."""

    CLEAR = "clear"
    UNSURE = "unsure"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Guess:
    """`score` is from 0 to 1."""

    target: Target
    score: float


@dataclass(frozen=True, slots=True)
class Understood:
    """`guesses` are the best first: one when clear, two or three when unsure, else the nearest."""

    outcome: Outcome
    guesses: tuple[Guess, ...] = ()
    entities: Entities = NOTHING_SAID

    @property
    def target(self) -> Target | None:
        """Where to go without asking."""
        return self.guesses[0].target if self.outcome is Outcome.CLEAR else None


def judge(matches: Sequence[Match], entities: Entities = NOTHING_SAID) -> Understood:
    """Decide by the best `matches`, given best first."""
    guesses = [Guess(match.target, match.score) for match in matches[: _MOST_OFFERED + 1]]
    if not guesses or guesses[0].score < LIKELY:
        near = [
            guess for guess in guesses if guess.score >= NEAR and guess.target.place.is_knowledge
        ]
        return Understood(Outcome.NOTHING, tuple(near[:_MOST_OFFERED]), entities)
    best = guesses[0].score
    margin = NARROW_MARGIN if best >= SURE else MARGIN
    rivals = [guess for guess in guesses[1:] if best - guess.score < margin]
    if best >= CLEAR and not rivals:
        return Understood(Outcome.CLEAR, (guesses[0],), entities)
    likely = [guess for guess in guesses if best - guess.score < 3 * MARGIN]
    return Understood(Outcome.UNSURE, tuple(likely[:_MOST_OFFERED]), entities)
