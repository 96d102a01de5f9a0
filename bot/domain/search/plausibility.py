"""Tells words from keyboard noise by the pairs of sounds that the directory's words have."""

from __future__ import annotations

from collections import Counter
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Plausibility:
    def __init__(self, sounds: Iterable[str]) -> None:
        pairs: Counter[str] = Counter()
        for heard in sounds:
            pairs.update(_pairs(heard))
        total = sum(pairs.values()) + 1
        self._logs = {pair: log((count + 1) / total) for pair, count in pairs.items()}
        self._unseen = log(1 / (2 * total))

    def of(self, heard: str) -> float:
        """Mean logarithm of the chance of its pairs; the higher, the more like a word."""
        logs = [self._logs.get(pair, self._unseen) for pair in _pairs(heard)]
        return sum(logs) / len(logs)


def _pairs(heard: str) -> list[str]:
    marked = f"^{heard}$"
    return [marked[at : at + 2] for at in range(len(marked) - 1)]
