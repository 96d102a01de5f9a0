"""Weighs a text against all phrases that lead somewhere; each word counts as much as it tells.

A phrase is scored by what it shares with the text (Tversky's index): what the phrase has and the
text lacks costs much, what the text has beside it costs little, since people tell a story before
they ask. A part of the score is for words that other phrases of the same target have.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from bot.domain.understanding.target import Target
    from bot.domain.understanding.vocabulary import Concepts

LACKED: Final = 0.4
"""Cost of what a phrase has and the text lacks, against what they share."""
BESIDE: Final = 0.4
"""Cost of what the text has beside the phrase."""
OF_TARGET: Final = 0.4
"""Part of the score that is for words of the target's other phrases."""
ONCE: Final = 1.5
"""How slowly a word of a target grows to its full weight with each phrase that has it."""
ALIEN: Final = 1.0
"""Weight of a word that is of none of our subjects, against the rarest of ours."""
LIGHT: Final = 0.6
"""Weight of a word that asks (how, when), against what its rarity would give."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Something that people say, word by word, and where it leads; no word is without meaning."""

    target: Target
    words: tuple[Concepts, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """How well a target fits, 0 to 1."""

    target: Target
    score: float


class PhraseIndex:
    """Built once; a question costs what the phrases that share a word with it cost."""

    def __init__(self, phrases: Iterable[Phrase], *, light: Collection[str] = ()) -> None:
        kept = [phrase for phrase in dict.fromkeys(phrases) if phrase.words]
        self._targets = list(dict.fromkeys(phrase.target for phrase in kept))
        numbers = {target: number for number, target in enumerate(self._targets)}
        self._target_of = [numbers[phrase.target] for phrase in kept]
        having: defaultdict[str, Counter[int]] = defaultdict(Counter)
        postings: defaultdict[str, list[int]] = defaultdict(list)
        for number, phrase in enumerate(kept):
            for concept in {concept for concepts in phrase.words for concept in concepts}:
                having[concept][self._target_of[number]] += 1
                postings[concept].append(number)
        self._weights = _weights(having, len(self._targets), light)
        self._phrases_having = {
            concept: [(number, self._weights[concept]) for number in numbers]
            for concept, numbers in postings.items()
        }
        self._targets_having = {
            concept: [
                (number, self._weights[concept] * times / (times + ONCE))
                for number, times in counts.items()
            ]
            for concept, counts in having.items()
        }
        self._alien = ALIEN * max(self._weights.values(), default=0.0)
        self._totals = [sum(map(self._weight, dict.fromkeys(p.words))) for p in kept]

    def matches(self, said: Sequence[Concepts]) -> list[Match]:
        """Return every target that shares a word with what was said, the best first."""
        different = dict.fromkeys(said)
        weight = sum(map(self._weight, said if () in different else different))
        best: defaultdict[int, float] = defaultdict(float)
        asked = {concepts: self._weight(concepts) for concepts in different}
        for number, (heard, shared) in _shared(asked, self._phrases_having).items():
            common = min(shared, self._totals[number])
            lacked, beside = self._totals[number] - common, weight - heard
            score = common / (common + LACKED * lacked + BESIDE * beside)
            target = self._target_of[number]
            best[target] = max(best[target], score)
        told = _shared(asked, self._targets_having)
        found = [
            Match(self._targets[n], (1 - OF_TARGET) * score + OF_TARGET * told[n][1] / weight)
            for n, score in best.items()
        ]
        return sorted(found, key=lambda match: (-match.score, str(match.target)))

    def _weight(self, concepts: Concepts) -> float:
        known = [self._weights[one] for one in concepts if one in self._weights]
        return max(known, default=self._alien)


def _shared(
    asked: Mapping[Concepts, float], having: Mapping[str, Sequence[tuple[int, float]]]
) -> dict[int, tuple[float, float]]:
    """Return what each phrase (or target) shares: weight as asked, and as it has it."""
    shared: defaultdict[int, tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
    for concepts, weight in asked.items():
        gained: dict[int, float] = {}
        for concept in concepts:
            for number, own in having.get(concept, ()):
                gained[number] = max(own, gained.get(number, 0.0))
        for number, own in gained.items():
            heard, had = shared[number]
            shared[number] = heard + weight, had + own
    return shared


def _weights(
    having: Mapping[str, Collection[int]], count: int, light: Collection[str]
) -> dict[str, float]:
    return {
        concept: log(1 + count / len(targets)) * (LIGHT if concept in light else 1.0)
        for concept, targets in having.items()
    }
