"""Gives the session of a certain person, whoever the patient acts for in the chat now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.cabinet.declaration_watch import person_mark
from bot.errors import NotSignedIn

if TYPE_CHECKING:
    from bot.domain.cabinet import Acting
    from bot.domain.cabinet.declaration_watch import DeclarationWatch
    from bot.services.cabinet_ports import ActFor
    from bot.services.session_ports import Sessions


class ActForPerson:
    """A session's id is new with every sign-in, so a request is tied to the person instead."""

    def __init__(self, *, sessions: Sessions, act_as: ActFor) -> None:
        self._sessions = sessions
        self._act_as = act_as

    async def __call__(self, watch: DeclarationWatch) -> Acting:
        """Raises NotSignedIn, SignInEnded, Unavailable."""
        for session in await self._sessions.of_patient(watch.telegram_id):
            if person_mark(session.person_id) == watch.person:
                return await self._act_as(telegram_id=watch.telegram_id, session_id=session.id)
        raise NotSignedIn
