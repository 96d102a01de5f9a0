"""How long and how often ЕСОЗ is asked before the patient is told that it does not answer."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass
from random import SystemRandom
from typing import TYPE_CHECKING, TypeVar

import httpx

from bot.errors import Outage, Unavailable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

    from bot.domain.clock import Clock

T = TypeVar("T")

_PASSES_BY_ITSELF = frozenset({Outage.DOWN, Outage.TIMEOUT})
_random = SystemRandom()


@dataclass(frozen=True, slots=True)
class Patience:
    """Limits of one question to ЕСОЗ; all times in seconds.

    `read_seconds` bounds a silence of the source, `total_seconds` the whole, retries and all.
    """

    connect_seconds: float = 3.0
    read_seconds: float = 8.0
    total_seconds: float = 12.0
    further_tries: int = 2
    first_pause_seconds: float = 0.3
    longest_pause_seconds: float = 2.0

    def timeout(self) -> httpx.Timeout:
        return httpx.Timeout(self.read_seconds, connect=self.connect_seconds)

    @asynccontextmanager
    async def limit(self) -> AsyncIterator[None]:
        """Raise Unavailable(TIMEOUT) when what is inside takes longer than `total_seconds`."""
        try:
            async with asyncio.timeout(self.total_seconds):
                yield
        except TimeoutError as error:
            raise Unavailable(Outage.TIMEOUT) from error

    async def retry(self, call: Callable[[], Awaitable[T]], *, clock: Clock) -> T:
        """Do `call`, and again after an outage that may pass; only for calls that change nothing.

        A rate limit is not retried: asking again would only prolong it.
        """
        for pause_seconds in self._pauses():
            try:
                return await call()
            except Unavailable as error:
                if error.reason not in _PASSES_BY_ITSELF:
                    raise
            await clock.sleep(pause_seconds)
        return await call()

    def _pauses(self) -> Iterator[float]:
        """Exponential, capped, with jitter over the upper half."""
        for doublings in range(self.further_tries):
            longest = min(self.first_pause_seconds * 2**doublings, self.longest_pause_seconds)
            yield _random.uniform(longest / 2, longest)
