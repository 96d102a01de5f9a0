"""Look after sign sessions: end those whose time is over, take up those that were left lying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import Unreadable

if TYPE_CHECKING:
    from bot.domain.clock import Clock
    from bot.services.complete_signing import CompleteSigning
    from bot.services.signing_ports import SignWork

_UNREADABLE = "unreadable"


class TendSignings:
    def __init__(self, *, work: SignWork, complete: CompleteSigning, clock: Clock) -> None:
        self._work = work
        self._complete = complete
        self._clock = clock

    async def __call__(self) -> int:
        """Return how many sessions were taken up; raises Unavailable, and a later tick goes on."""
        await self._work.expire(self._clock.now())
        keys = await self._work.unfinished(self._clock.now())
        for key in keys:
            try:
                await self._complete(key=key)
            except Unreadable:
                # the operator took the key away: nobody can finish this one
                await self._work.refuse(key, _UNREADABLE, self._clock.now())
        return len(keys)
