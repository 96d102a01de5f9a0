"""Which entries have a word: a short list of numbers, or a bit for every entry when common."""

from __future__ import annotations

from bisect import bisect_left
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Sequence

_COMMON: Final = 128
"""A word with more entries is kept as bits: faster to join, larger by a few megabytes in all."""

_FEW: Final = 8
"""So few numbers become bits faster one by one than through bytes."""


class Field(Enum):
    NAME = "name"
    PLACE = "place"
    FACILITY = "facility"
    SPECIALITY = "speciality"


class Posting:
    """The entries of one word in one field; `count` is how many."""

    __slots__ = ("_bits", "_numbers", "count")

    def __init__(self, numbers: array[int]) -> None:
        """`numbers` of entries, ascending, no number twice."""
        self.count = len(numbers)
        is_common = self.count > _COMMON
        self._numbers = None if is_common else numbers
        self._bits = _as_bits(numbers, numbers[-1]) if is_common else 0

    def __contains__(self, number: int) -> bool:
        if self._numbers is None:
            return bool(self._bits >> number & 1)
        at = bisect_left(self._numbers, number)
        return at < self.count and self._numbers[at] == number

    @property
    def bits(self) -> int:
        """The set of a common word's entries; nothing for a rare word."""
        return self._bits

    @property
    def numbers(self) -> Sequence[int]:
        """A rare word's entries; nothing for a common word."""
        return self._numbers or ()


def union(postings: Iterable[Posting], size: int) -> int:
    """The set of all entries of the postings, as `tally` understands sets."""
    bits = 0
    numbers: list[int] = []
    for posting in postings:
        bits |= posting.bits
        numbers.extend(posting.numbers)
    if len(numbers) > _FEW:
        return bits | _as_bits(numbers, size)
    for number in numbers:
        bits |= 1 << number
    return bits


def _as_bits(numbers: Iterable[int], size: int) -> int:
    octets = bytearray(size // 8 + 1)
    for number in numbers:
        octets[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(octets, "little")
