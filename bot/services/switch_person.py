"""A patient goes on for another of the people whom the chat is signed in for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.services.session_ports import Sessions


class SwitchPerson:
    def __init__(self, *, sessions: Sessions) -> None:
        self._sessions = sessions

    async def __call__(self, *, telegram_id: int, session_id: str) -> None:
        """Raises NotFound for a session that is gone, or another patient's."""
        await self._sessions.make_current(telegram_id, session_id)
