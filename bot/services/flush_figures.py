"""Write the counts down, and drop those that have served their time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from bot.domain.hours import KYIV

if TYPE_CHECKING:
    from datetime import date

    from bot.domain.clock import Clock
    from bot.services.count_figures import CountFigures


class FigureRetention(Protocol):
    async def purge(self, today: date) -> int:
        """Delete the rows whose time is over; raises Unavailable."""
        ...


class FlushFigures:
    def __init__(self, *, figures: CountFigures, retention: FigureRetention, clock: Clock) -> None:
        self._figures = figures
        self._retention = retention
        self._clock = clock
        self._purged_on: date | None = None

    async def __call__(self) -> int:
        """Return how many counters were written; raises Unavailable when the database fails."""
        written = await self._figures.flush()
        today = self._clock.now().astimezone(KYIV).date()
        if self._purged_on != today:
            await self._retention.purge(today)
            self._purged_on = today
        return written
