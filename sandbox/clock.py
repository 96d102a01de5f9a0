"""The clock that bot and sandbox share: it runs with real time and can be moved."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


class SandboxClock:
    """Real time plus an offset; whoever has work that may now be due is told of every move."""

    def __init__(self) -> None:
        self._offset = timedelta()
        self._listeners: list[Callable[[], Awaitable[None]]] = []

    def now(self) -> datetime:
        """Now in the sandbox, aware UTC."""
        return datetime.now(UTC) + self._offset

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    def on_move(self, listener: Callable[[], Awaitable[None]]) -> None:
        """Call `listener` after every move, before the mover gets an answer."""
        self._listeners.append(listener)

    async def advance(self, seconds: float) -> None:
        self._offset += timedelta(seconds=seconds)
        for listener in self._listeners:
            await listener()

    async def set(self, moment: datetime) -> None:
        """Move to `moment`, which must be aware."""
        await self.advance((moment - self.now()).total_seconds())
