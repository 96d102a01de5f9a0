"""Put the counters together for whoever plans: small numbers are left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from bot.domain.figures import SHOWN_FROM, Figure, FigureKind
from bot.domain.hours import KYIV

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from bot.domain.clock import Clock

Counted = tuple[tuple[str, str], int]
"""Subject and detail, and how often."""


class StoredFigures(Protocol):
    """Every method raises Unavailable when the database fails."""

    async def between(self, first: date, last: date) -> Sequence[tuple[Figure, int]]:
        """Return every counter, summed over the days from `first` to `last`."""
        ...

    async def by_day(
        self, first: date, last: date, kind: FigureKind
    ) -> Sequence[tuple[date, int]]:
        """Return how often something of `kind` happened, for each day that has any."""
        ...


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with at least `SHOWN_FROM`, the most frequent first; the rest is only summed.

    `hidden_count` says how much is left out, where that tells of no single row; else it is 0
    and `has_hidden` says that there is something.
    """

    rows: tuple[Counted, ...]
    has_hidden: bool
    hidden_count: int


@dataclass(frozen=True, slots=True)
class Report:
    first: date
    last: date
    days: tuple[tuple[date, int | None], ...]
    """Topics opened on each day; None for a day with fewer than `SHOWN_FROM`."""
    topics: Table
    steps: Table
    words: Table
    not_it: Table
    barriers: Table


class ReadFigures:
    def __init__(self, *, figures: StoredFigures, clock: Clock) -> None:
        self._figures = figures
        self._clock = clock

    async def __call__(self, *, days: int) -> Report:
        """Return what was counted in the last `days`, today included; raises Unavailable."""
        last = self._clock.now().astimezone(KYIV).date()
        first = last - timedelta(days=days - 1)
        found = await self._figures.between(first, last)
        opened = dict(await self._figures.by_day(first, last, FigureKind.TOPIC))
        every_day = (first + timedelta(days=number) for number in range(days))
        return Report(
            first=first,
            last=last,
            days=tuple((day, _shown(opened.get(day, 0))) for day in every_day),
            topics=_table(found, FigureKind.TOPIC),
            steps=_table(found, FigureKind.STEP),
            words=_table(found, FigureKind.NOT_UNDERSTOOD),
            not_it=_table(found, FigureKind.NOT_IT),
            barriers=_table(found, FigureKind.BARRIER),
        )


def _shown(count: int) -> int | None:
    return count if count == 0 or count >= SHOWN_FROM else None


def _table(found: Iterable[tuple[Figure, int]], kind: FigureKind) -> Table:
    of_kind = [
        ((figure.subject, figure.detail), count) for figure, count in found if figure.kind is kind
    ]
    shown = [one for one in of_kind if one[1] >= SHOWN_FROM]
    hidden = sum(count for _, count in of_kind) - sum(count for _, count in shown)
    # one hidden row could be told from the sum of a single one: then no sum is told either
    is_safe = len(of_kind) - len(shown) > 1 and hidden >= SHOWN_FROM
    return Table(
        rows=tuple(sorted(shown, key=lambda one: (-one[1], one[0]))),
        has_hidden=hidden > 0,
        hidden_count=hidden if is_safe else 0,
    )
