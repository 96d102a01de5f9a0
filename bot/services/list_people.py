"""A patient sees for whom the chat is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.domain.cabinet import SignedInPerson
    from bot.services.session_ports import Sessions


class ListPeople:
    def __init__(self, *, sessions: Sessions) -> None:
        self._sessions = sessions

    async def __call__(self, *, telegram_id: int) -> tuple[SignedInPerson, ...]:
        """Oldest first; empty when nobody is signed in. Asks ЕСОЗ nothing."""
        known = await self._sessions.of_patient(telegram_id)
        return tuple(session.listed() for session in known)
