"""The patient opens the page: the session belongs to that browser from then on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.signing.one_time import hash_of
from bot.errors import NotFound

if TYPE_CHECKING:
    from bot.domain.clock import Clock
    from bot.domain.signing.session import SignSession
    from bot.services.signing_ports import SignSessions


class OpenSigning:
    def __init__(self, *, sessions: SignSessions, clock: Clock) -> None:
        self._sessions = sessions
        self._clock = clock

    async def __call__(self, *, link_id: str, browser: str) -> SignSession:
        """Return the session as it stands now, whether or not it is this browser's.

        Only the first browser gets it: whoever is second finds another's in `browser`. Raises
        NotFound and Unavailable.
        """
        key = hash_of(link_id)
        await self._sessions.bind(key, hash_of(browser), self._clock.now())
        session = await self._sessions.find(key)
        if session is None:
            raise NotFound
        return session
