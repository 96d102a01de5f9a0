"""The patient does not want to sign now."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.domain.clock import Clock
    from bot.services.signing_ports import SignSessions


class CancelSigning:
    def __init__(self, *, sessions: SignSessions, clock: Clock) -> None:
        self._sessions = sessions
        self._clock = clock

    async def __call__(self, *, telegram_id: int, number: str) -> bool:
        """Return whether there was something to cancel; raises Unavailable.

        A signature that was received is not called back.
        """
        return await self._sessions.cancel(telegram_id, number, self._clock.now())
