"""The shape of the emergency lexicon: word groups, patterns over them, and what softens them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.domain.emergency.verdict import Danger


@dataclass(frozen=True, slots=True)
class Pattern:
    """Word groups that stand near each other: all within `within` words.

    With `is_ordered` they follow each other in the order given; else one word may stand for two
    groups, as «нехочу» does.
    """

    groups: tuple[str, ...]
    within: int
    is_ordered: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern that speaks of `danger`.

    `is_topic` marks a bare name of a condition («інсульт»): people also ask about it, so that a
    question or a purpose beside it softens it; a complaint («болить серце») is softened by
    negation and the past alone.
    """

    danger: Danger
    pattern: Pattern
    is_topic: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The rules, and the patterns that take from their weight.

    `past` softens all that is not said to be now; `questions` and `settled` only a bare name, to
    a question and to nothing; words of `idioms` mean nothing. `exact` gives the groups of a folded
    word, `near` those of what a misspelt one may have been meant to be.
    """

    rules: Sequence[Rule]
    past: Sequence[Pattern]
    questions: Sequence[Pattern]
    settled: Sequence[Pattern]
    idioms: Sequence[Pattern]
    exact: Mapping[str, frozenset[str]]
    near: Callable[[str, str], frozenset[str]]

    def groups_of(self, written: str, folded: str) -> frozenset[str]:
        """Return the groups of a word, given as written and folded."""
        return self.exact.get(folded) or self.near(written, folded)
