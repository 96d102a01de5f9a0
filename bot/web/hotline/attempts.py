"""Counts wrong passwords of everybody together, in this process."""

from __future__ import annotations

from typing import Final

from limits import parse
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import MovingWindowRateLimiter

_MOST_FAILURES: Final = "10/15 minute"


class WrongPasswords:
    """Implements `Attempts`.

    Not by address: behind a proxy every browser has the same, and a guesser has many. Whoever
    is signed in is not kept out by somebody's guessing.
    """

    def __init__(self, most: str = _MOST_FAILURES) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._most = parse(most)

    async def may_try(self) -> bool:
        return await self._limiter.test(self._most)

    async def note_failure(self) -> None:
        await self._limiter.hit(self._most)
