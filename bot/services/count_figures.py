"""Count what happens, in memory, and write the counts down now and then."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from bot.domain.figures import Figure, FigureKind
from bot.domain.hours import KYIV
from bot.errors import Unavailable

if TYPE_CHECKING:
    from bot.domain.clock import Clock
    from bot.domain.figures import Barrier
    from bot.services.figures_ports import CommonWords, FigureStore

_MOST_COUNTERS: Final = 20_000
"""Held in memory while the database is away; what comes on top is not counted."""


class CountFigures:
    """Implements `Figures`. A process that dies loses the counts of a minute, and nothing else."""

    def __init__(self, *, store: FigureStore, common_words: CommonWords, clock: Clock) -> None:
        self._store = store
        self._common_words = common_words
        self._clock = clock
        self._counts: Counter[Figure] = Counter()

    def topic_opened(self, slug: str, language: str) -> None:
        self._count(Figure(FigureKind.TOPIC, slug, language))

    def step(self, flow: str, step: str) -> None:
        self._count(Figure(FigureKind.STEP, flow, step))

    def not_understood(self, text: str) -> None:
        for lemma in self._common_words(text):
            self._count(Figure(FigureKind.NOT_UNDERSTOOD, lemma))

    def not_it(self, slug: str) -> None:
        self._count(Figure(FigureKind.NOT_IT, slug))

    def barrier(self, barrier: Barrier, oblast: str = "") -> None:
        self._count(Figure(FigureKind.BARRIER, barrier, oblast))

    def _count(self, figure: Figure) -> None:
        if figure in self._counts or len(self._counts) < _MOST_COUNTERS:
            self._counts[figure] += 1

    async def flush(self) -> int:
        """Write down what was counted since the last time; returns how many counters.

        Raises Unavailable when the database fails; nothing is lost by then.
        """
        counts, self._counts = self._counts, Counter()
        if not counts:
            return 0
        try:
            await self._store.add(self._clock.now().astimezone(KYIV).date(), counts)
        except Unavailable:
            self._counts.update(counts)
            raise
        return len(counts)
