"""The search itself: reads a line, scores all entries at once, gives the best."""

from __future__ import annotations

from math import inf
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Final

from bot.domain.search.builder import Collection
from bot.domain.search.folding import sound
from bot.domain.search.plausibility import Plausibility
from bot.domain.search.query import readings
from bot.domain.search.result import Hit, SearchResult
from bot.domain.search.scoring import Scorer
from bot.domain.search.tally import members

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bot.domain.search.answer import Answer
    from bot.domain.search.entry import Entry
    from bot.domain.search.query import Reading

_KNOWN_WORD: Final = 3.0
"""How much more plausible a word is that stands in the directory; natural logarithm."""

_SURE_MARGIN: Final = 1.0
"""A layout that is this much more plausible than the other is not doubted; as above."""

_SHORTEST_JUDGED: Final = 3


class Index:
    """Answers in process from memory, the same on every machine that has the same entries."""

    def __init__(self, collection: Collection) -> None:
        """`collection` is used up; build an index with `Index.build`."""
        self._keys = collection.keys
        initials = collection.initials()
        self._vocabulary = collection.vocabulary()
        self._plausibility = Plausibility(self._vocabulary.sounds())
        self._scorer = Scorer(self._vocabulary, initials, size=len(self._keys))

    @classmethod
    def build(cls, entries: Iterable[Entry]) -> Index:
        """Read the entries once, keeping none; their order decides between equal hits."""
        collection = Collection()
        for entry in entries:
            collection.add(entry)
        return cls(collection)

    def __len__(self) -> int:
        return len(self._keys)

    def search(
        self, text: str, *, limit: int = 5, among: Callable[[int], bool] | None = None
    ) -> SearchResult:
        """The best entries for a line of free text; never raises on any text.

        `among` keeps an entry by its key. It only takes hits away: what counts as good enough
        is judged over all entries. `is_guess` and `understood` speak of the best entry of all.
        """
        answer = self._answer(text)
        if answer is None:
            return SearchResult()
        hits: list[Hit] = []
        for hit in self._hits(answer):
            if len(hits) >= limit:
                break
            if among is None or among(hit.key):
                hits.append(hit)
        return SearchResult(tuple(hits), answer.is_guess, answer.understood())

    def _hits(self, answer: Answer) -> Iterator[Hit]:
        for score, entries in answer.ranked():
            for number in members(entries):
                yield Hit(self._keys[number], score)

    def _answer(self, text: str) -> Answer | None:
        """The likelier layout's answer; where it is in doubt, the answer that tells most."""
        answers: list[Answer] = []
        likely = sorted(
            ((self._plausible(reading), reading) for reading in readings(text)),
            key=itemgetter(0),
            reverse=True,
        )
        for plausible, reading in likely:
            if answers and not answers[0].is_guess and likely[0][0] - plausible > _SURE_MARGIN:
                break
            answer = self._scorer.score(reading.tokens)
            answers.extend([answer] if answer is not None else [])
        return max(answers, key=attrgetter("best_score"), default=None)

    def _plausible(self, reading: Reading) -> float:
        """How much the doubtful words look like words, weighed by their length."""
        heard = [sound(word) for word in reading.doubtful]
        judged = [word for word in heard if len(word) >= _SHORTEST_JUDGED]
        weighed = sum(
            len(word) * (self._plausibility.of(word) + _KNOWN_WORD * self._vocabulary.knows(word))
            for word in judged
        )
        return weighed / sum(map(len, judged)) if judged else -inf
