"""Somebody is about to ask ЕСОЗ in a patient's name: whose session is it, and is it good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import NotSignedIn, SignInEnded

if TYPE_CHECKING:
    from bot.domain.cabinet import Acting
    from bot.services.access_tokens import AccessTokens
    from bot.services.session_ports import Sessions


class ActAs:
    def __init__(self, *, sessions: Sessions, tokens: AccessTokens) -> None:
        self._sessions = sessions
        self._tokens = tokens

    async def __call__(self, *, telegram_id: int, session_id: str = "") -> Acting:
        """The session of the person whom the patient acts for now, or the one that is named.

        Raises NotSignedIn, SignInEnded for a session that ЕСОЗ takes no more, Unavailable.
        """
        known = await self._sessions.of_patient(telegram_id)
        current = next(
            (
                session
                for session in known
                if (session.id == session_id if session_id else session.is_current)
            ),
            None,
        )
        if current is None:
            raise NotSignedIn
        if current.has_ended:
            raise SignInEnded
        return await self._tokens.acting(current)
