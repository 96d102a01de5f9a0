"""What one reading of a query comes to: who is best, who is worth showing, and why."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, reduce
from operator import and_
from typing import TYPE_CHECKING, Final

from bot.domain.search.postings import Field
from bot.domain.search.result import Understood
from bot.domain.search.tally import Tally, members

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.domain.search.query import Token
    from bot.domain.search.vocabulary import Meaning

_KEPT_SHARE: Final = 0.6
"""An entry with less of the best score lacks a word that tells much."""

Tiers = list[tuple[int, list["Meaning"]]]
"""Meanings of a word by how well they fit, the best first; fit is in 256ths."""


@dataclass(frozen=True)
class Match:
    """A word of the query with what it may mean, and the set of entries that have it."""

    token: Token
    tiers: Tiers
    entries: int
    is_certain: bool


class Answer:
    """The scores of one reading of the query."""

    def __init__(self, matches: list[Match], tally: Tally) -> None:
        self._matches = matches
        self._tally = tally
        best = next(tally.ranked(), None)
        self.best_score = best[0] if best else 0
        self._best = next(members(best[1])) if best else -1

    def ranked(self) -> Iterator[tuple[int, int]]:
        """Sets of entries worth showing with equal scores, the best first.

        Worth showing is what has every word of the query, or nearly as much as the best has.
        """
        complete = reduce(and_, (match.entries for match in self._matches))
        for score, entries in self._tally.ranked():
            worthy = entries if score >= self.best_score * _KEPT_SHARE else entries & complete
            if worthy:
                yield score, worthy
            complete ^= complete & entries
            if not complete and score < self.best_score * _KEPT_SHARE:
                return

    @cached_property
    def _unexplained(self) -> list[str]:
        return [
            match.token.text
            for match in self._matches
            if not (match.is_certain and match.entries >> self._best & 1)
        ]

    @property
    def is_guess(self) -> bool:
        """Whether a word of the query says nothing about the best entry."""
        return bool(self._unexplained)

    def understood(self) -> Understood:
        """How the words were read in the best entry."""
        labels: dict[Field, list[str]] = {field: [] for field in Field}
        for match in self._matches:
            meaning = _meaning_of(match, self._best)
            if meaning and meaning.label not in labels[meaning.field]:
                labels[meaning.field].append(meaning.label)
        return Understood(
            name=tuple(labels[Field.NAME]),
            places=tuple(labels[Field.PLACE]),
            facility=tuple(labels[Field.FACILITY]),
            specialities=tuple(labels[Field.SPECIALITY]),
            unknown=tuple(self._unexplained),
        )


def _meaning_of(match: Match, entry: int) -> Meaning | None:
    for _, meanings in match.tiers:
        for meaning in meanings:
            if entry in meaning.posting:
                return meaning
    return None
