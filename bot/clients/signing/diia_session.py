"""The session with Дія: one token for all, taken anew before its two hours are over."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from bot.domain.clock import Clock

_LIFETIME = timedelta(minutes=110)
"""A token lives two hours (reference/signature.md §1.1); clocks differ, and a call takes time."""


class DiiaSession:
    """Many may wait for a token: one asks for it, once."""

    def __init__(self, new_token: Callable[[], Awaitable[str]], clock: Clock) -> None:
        self._new_token = new_token
        self._clock = clock
        self._lock = asyncio.Lock()
        self._token = ""
        self._ends_at: datetime | None = None

    async def token(self) -> str:
        """Raises what asking for a new one raises."""
        async with self._lock:
            if self._ends_at is None or self._clock.now() >= self._ends_at:
                await self._renew()
            return self._token

    async def renewed(self, refused: str) -> str:
        """Another token than `refused`; whoever else was refused with it gets the same new one."""
        async with self._lock:
            if self._token == refused:
                await self._renew()
            return self._token

    async def _renew(self) -> None:
        asked_at = self._clock.now()
        self._ends_at = None
        self._token = await self._new_token()
        self._ends_at = asked_at + _LIFETIME
