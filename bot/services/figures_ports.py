"""What counting asks of its surroundings, and what the conversations ask of counting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from bot.domain.figures import Barrier, Figure


class Figures(Protocol):
    """Fire and forget: no method waits, stores what identifies somebody, or raises."""

    def topic_opened(self, slug: str, language: str) -> None: ...

    def step(self, flow: str, step: str) -> None: ...

    def not_understood(self, text: str) -> None:
        """Count the dictionary words of a text; the text itself is dropped at once."""
        ...

    def not_it(self, slug: str) -> None: ...

    def barrier(self, barrier: Barrier, oblast: str = "") -> None: ...


class CommonWords(Protocol):
    def __call__(self, text: str) -> Collection[str]:
        """Return the basic forms of ordinary words: no names, places, numbers, unknown words."""
        ...


class FigureStore(Protocol):
    """Every method raises Unavailable when the database fails."""

    async def add(self, day: date, counts: Mapping[Figure, int]) -> None:
        """Add to the counters of a day."""
        ...

    async def between(self, first: date, last: date) -> Sequence[tuple[Figure, int]]:
        """Return every counter, summed over the days from `first` to `last`."""
        ...
