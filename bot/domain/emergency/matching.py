"""Finds a pattern in a sentence: windows of words, each looked at once, so that cost is linear."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.domain.emergency.lexicon import Pattern

Groups = frozenset[str]


def holds(pattern: Pattern, words: Sequence[Groups]) -> bool:
    """Tell whether the pattern stands anywhere; one word may stand for two of its groups."""
    return next(windows(pattern, words), None) is not None


def windows(pattern: Pattern, words: Sequence[Groups]) -> Iterator[range]:
    """Give each stretch of words, at most `pattern.within` long, in which the pattern stands.

    A stretch begins with a word of the pattern; there is at most one for each word.
    """
    found = _in_order if pattern.is_ordered else _in_any_order
    for first, groups in enumerate(words):
        if groups.isdisjoint(pattern.groups):
            continue
        stretch = range(first, min(first + pattern.within, len(words)))
        if found(pattern, words, stretch):
            yield stretch


def _in_any_order(pattern: Pattern, words: Sequence[Groups], stretch: range) -> bool:
    seen = frozenset[str]().union(*(words[place] for place in stretch))
    return seen.issuperset(pattern.groups)


def _in_order(pattern: Pattern, words: Sequence[Groups], stretch: range) -> bool:
    """Take the earliest place for each group in turn: if that fails, no other choice succeeds."""
    if pattern.groups[0] not in words[stretch.start]:
        return False
    places = iter(stretch)
    return all(any(group in words[place] for place in places) for group in pattern.groups)
