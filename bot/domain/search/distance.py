"""How many slips of the hand lie between two words."""

from __future__ import annotations


def slips(one: str, other: str, most: int) -> int:
    """Insertions, deletions, replacements and swaps of neighbours that part two words.

    Optimal string alignment; anything above `most` is told as `most + 1`. Made for a `most` of
    one or two: each slip tried makes four more tries, but most words fail before the first.
    """
    one, other = _without_common_ends(one, other)
    apart = abs(len(one) - len(other))
    if apart > most:
        return most + 1
    if not one or not other:
        return apart
    if most == 0:
        return 1
    return 1 + min(_after_one_slip(one, other, most - 1))


def _after_one_slip(one: str, other: str, left: int) -> list[int]:
    """What is still to mend when the first letters, which differ, are dealt with."""
    ways = [
        slips(one[1:], other[1:], left),
        slips(one[1:], other, left),
        slips(one, other[1:], left),
    ]
    if one[:2] == other[1::-1]:
        ways.append(slips(one[2:], other[2:], left))
    return ways


def _without_common_ends(one: str, other: str) -> tuple[str, str]:
    shorter = min(len(one), len(other))
    start = 0
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end]
