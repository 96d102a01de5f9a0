"""Counts the score of every entry at once, one bit of all scores in one big integer.

A set of entries is an integer whose bit n stands for entry n; adding a gain to a set is the
addition of school, with carry, on whole sets. A query costs the same whoever is asked for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOT_ZERO: Final = re.compile(rb"[^\0]")
_BITS: Final = tuple(tuple(bit for bit in range(8) if byte >> bit & 1) for byte in range(256))


class Tally:
    def __init__(self) -> None:
        self._planes: list[int] = []
        self._touched = 0

    def add(self, entries: int, gain: int) -> None:
        """Add `gain` ≥ 1 to the score of each of `entries`."""
        self._touched |= entries
        for plane in range(gain.bit_length()):
            if gain >> plane & 1:
                self._carry(entries, plane)

    def _carry(self, entries: int, plane: int) -> None:
        while entries:
            if plane >= len(self._planes):
                self._planes.extend([0] * (plane + 1 - len(self._planes)))
            had = self._planes[plane]
            self._planes[plane] = had ^ entries
            entries &= had
            plane += 1

    def ranked(self) -> Iterator[tuple[int, int]]:
        """Scores from the highest, each with the set of entries that have it; zero is left out."""
        if self._touched:
            yield from self._walk(self._touched, len(self._planes) - 1, 0)

    def _walk(self, among: int, plane: int, score: int) -> Iterator[tuple[int, int]]:
        if plane < 0:
            yield score, among
            return
        higher = among & self._planes[plane]
        if higher:
            yield from self._walk(higher, plane - 1, score | 1 << plane)
        lower = among ^ higher
        if lower:
            yield from self._walk(lower, plane - 1, score)


def members(entries: int) -> Iterator[int]:
    """Numbers of the entries of a set that is not empty, ascending."""
    if not entries & (entries - 1):
        yield entries.bit_length() - 1
        return
    octets = entries.to_bytes((entries.bit_length() + 7) // 8, "little")
    for match in _NOT_ZERO.finditer(octets):
        at = match.start()
        for bit in _BITS[octets[at]]:
            yield at * 8 + bit
