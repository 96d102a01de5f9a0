"""Find what a patient has to sign just now."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.domain.clock import Clock
    from bot.domain.signing.session import SignSession
    from bot.services.signing_ports import SignSessions


class FindAwaitedSignature:
    def __init__(self, *, sessions: SignSessions, clock: Clock) -> None:
        self._sessions = sessions
        self._clock = clock

    async def __call__(self, *, telegram_id: int) -> SignSession | None:
        """Return the session that awaits a signature; raises Unavailable."""
        return await self._sessions.open_of(telegram_id, self._clock.now())
