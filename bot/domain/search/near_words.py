"""Finds words a slip or two away: words that share what is left after deleting letters.

The way of SymSpell (Garbe, 2012), kept in flat arrays: a deletion's hash beside a word's number,
sorted, in place of a dictionary of lists that takes ten times the memory.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from itertools import combinations
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PREFIX: Final = 7
_TWO_SLIPS_FROM: Final = 6
_ONE_SLIP_FROM: Final = 3
_PARTS: Final = 64
_HASH_BITS: Final = 39
_NUMBER_BITS: Final = 24


class NearWords:
    """An index of words; a word's number is its place in the sequence."""

    def __init__(self, words: Sequence[str]) -> None:
        if len(words) >> _NUMBER_BITS:
            raise ValueError("more words than a number can tell")
        parts: list[array[int]] = [array("Q") for _ in range(_PARTS)]
        for number, word in enumerate(words):
            for left in set(_leftovers(word, slips_allowed(len(word)))):
                part, sign = _place(left)
                parts[part].append(sign << _NUMBER_BITS | number)
        self._parts = [array("Q", sorted(part)) for part in parts]

    def near(self, word: str, slips: int) -> set[int]:
        """Numbers of words that may be up to `slips` away: none is missed, some are further."""
        found: set[int] = set()
        for left in set(_leftovers(word, slips)):
            part, sign = _place(left)
            keys = self._parts[part]
            at = bisect_left(keys, sign << _NUMBER_BITS)
            while at < len(keys) and keys[at] >> _NUMBER_BITS == sign:
                found.add(keys[at] & ((1 << _NUMBER_BITS) - 1))
                at += 1
        return found


def slips_allowed(length: int) -> int:
    """How many slips a word of this length bears without becoming just another word."""
    if length >= _TWO_SLIPS_FROM:
        return 2
    return 1 if length >= _ONE_SLIP_FROM else 0


def _leftovers(word: str, slips: int) -> Iterator[str]:
    head = word[:_PREFIX]
    for count in range(min(slips, len(head)) + 1):
        for kept in combinations(head, len(head) - count):
            yield "".join(kept)


def _place(left: str) -> tuple[int, int]:
    """The part and the sign of a leftover; equal signs of unlike leftovers only cost time."""
    sign = hash(left) & ((1 << _HASH_BITS) - 1)
    return sign % _PARTS, sign
