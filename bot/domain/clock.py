"""Time as something that is handed in, so that the sandbox and the tests can move it."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time and waits."""

    def now(self) -> datetime:
        """Now, as an aware UTC datetime."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait for real time to pass; the sandbox's moved clock does not shorten a wait."""
        ...


class SystemClock:
    """The clock on the wall."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
