"""Delete what is kept no longer than it is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from bot.domain.clock import Clock


class Retention(Protocol):
    async def purge(self, now: datetime) -> Mapping[str, int]:
        """Delete the rows whose time is over; return how many of each table."""
        ...


class PurgeOldRows:
    def __init__(self, *, retention: Retention, clock: Clock) -> None:
        self._retention = retention
        self._clock = clock

    async def __call__(self) -> Mapping[str, int]:
        """Return how many rows of each table were deleted."""
        return await self._retention.purge(self._clock.now())
