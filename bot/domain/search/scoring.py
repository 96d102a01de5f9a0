"""Scores every entry by the words of a query: rare words and close readings count most."""

from __future__ import annotations

from math import log2
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from bot.domain.search.answer import Answer, Match, Tiers
from bot.domain.search.folding import sound
from bot.domain.search.postings import Field, Posting, union
from bot.domain.search.tally import Tally
from bot.domain.search.vocabulary import FULL, Meaning

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.domain.search.query import Token
    from bot.domain.search.vocabulary import Vocabulary, Word

_STEPS_PER_BIT: Final = 8
"""Gain for each bit of information that a word gives about who is meant."""

_SIXTEENTHS: Final = 16 * 16
_INITIAL_FITS: Final = (224, 128)
_MOST_TIERS: Final = 6
_SHORTEST_MEANT: Final = 3


class Scorer:
    def __init__(
        self, vocabulary: Vocabulary, initials: Sequence[Mapping[str, Posting]], *, size: int
    ) -> None:
        self._vocabulary = vocabulary
        self._initials = initials
        self._size = size

    def score(self, tokens: Sequence[Token]) -> Answer | None:
        """None when no entry has anything of the query."""
        tally = Tally()
        first_initial = next((token for token in tokens if token.is_initial), None)
        matches = [
            match
            for token in tokens
            if (match := self._match(token, tally, is_second=token is not first_initial))
        ]
        answer = Answer(matches, tally)
        return answer if answer.best_score else None

    def _match(self, token: Token, tally: Tally, *, is_second: bool) -> Match | None:
        """Match a word and add its gains; a word of two letters that means nothing is noise."""
        tiers = self._tiers(token, is_second=is_second)
        is_certain = bool(tiers)
        if not tiers:
            tiers = _tiers(self._vocabulary.nearest(token.text))
        if not tiers and len(token.text) < _SHORTEST_MEANT:
            return None
        seen = self._add(tiers, tally)
        return Match(token, tiers, seen, is_certain)

    def _tiers(self, token: Token, *, is_second: bool) -> Tiers:
        if token.is_initial:
            return self._initial_tiers(token.text, is_second=is_second)
        return _tiers(self._vocabulary.read(token.text))

    def _initial_tiers(self, text: str, *, is_second: bool) -> Tiers:
        """The first initial is rather a first name's, the second rather a patronymic's."""
        names = reversed(self._initials) if is_second else self._initials
        postings = [initials.get(sound(text)) for initials in names]
        return [
            (fit, [Meaning(Field.NAME, text, FULL, posting)])
            for fit, posting in zip(_INITIAL_FITS, postings, strict=True)
            if posting
        ]

    def _add(self, tiers: Tiers, tally: Tally) -> int:
        """Give each entry the gain of its best tier; returns the entries that got one."""
        seen = 0
        bits = self._information(tiers)
        for fit, meanings in tiers:
            entries = union((meaning.posting for meaning in meanings), self._size)
            entries ^= entries & seen
            if entries:
                tally.add(entries, max(1, round(_STEPS_PER_BIT * bits * fit / _SIXTEENTHS)))
            seen |= entries
        return seen

    def _information(self, tiers: Tiers) -> float:
        """Bits of information in a word: how rare its best meanings are."""
        if not tiers:
            return 0.0
        count = sum(meaning.posting.count for meaning in tiers[0][1])
        return max(1.0, log2((self._size + 1) / (count + 1)) + 1)


def _tiers(answers: Mapping[Word, int]) -> Tiers:
    """All meanings of the words, the fittest first; the last tiers are joined."""
    by_fit: dict[int, list[Meaning]] = {}
    for word, quality in answers.items():
        for meaning in word.meanings:
            by_fit.setdefault(quality * meaning.strength, []).append(meaning)
    tiers = sorted(by_fit.items(), reverse=True, key=itemgetter(0))
    kept, rest = tiers[: _MOST_TIERS - 1], tiers[_MOST_TIERS - 1 :]
    if rest:
        kept.append((rest[0][0], [meaning for _, meanings in rest for meaning in meanings]))
    return kept
