"""Times searches one by one, and counts what an index takes in memory."""

from __future__ import annotations

import gc
import tracemalloc
from dataclasses import dataclass
from statistics import median, quantiles
from time import process_time
from typing import TYPE_CHECKING

from bot.domain.search import Index

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bench.search.questions import Question
    from bot.domain.search import Entry


@dataclass(frozen=True)
class Figures:
    """CPU seconds of one search each, and of each question whether its doctor was in five.

    CPU time, not the clock on the wall: other programs of the machine must not count.
    """

    seconds: list[float]
    was_found: list[bool]

    @property
    def median(self) -> float:
        return median(self.seconds)

    @property
    def p99(self) -> float:
        return quantiles(self.seconds, n=100)[-1]

    @property
    def found_share(self) -> float:
        return sum(self.was_found) / len(self.was_found)


def ask(find: Callable[[str], Sequence[int]], questions: Iterable[Question]) -> Figures:
    """Ask all questions; garbage is collected between them, as a bot's idle time allows."""
    seconds, was_found = [], []
    gc.collect()
    gc.disable()
    for question in questions:
        begun = process_time()
        keys = find(question.text)
        seconds.append(process_time() - begun)
        was_found.append(question.key in keys)
    gc.enable()
    return Figures(seconds, was_found)


def built_size(entries: Sequence[Entry]) -> tuple[int, int]:
    """Bytes that an index of the entries keeps, and the most it needed while being built."""
    gc.collect()
    tracemalloc.start()
    index = Index.build(iter(entries))
    gc.collect()
    kept, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del index
    return kept, peak
