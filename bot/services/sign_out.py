"""A patient signs out at ЕСОЗ, for one person or for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import BotError, NotSignedIn

if TYPE_CHECKING:
    from bot.domain.cabinet.session import EsozSession
    from bot.services.access_tokens import AccessTokens
    from bot.services.session_ports import EsozSignIn, Sessions


class SignOut:
    def __init__(self, *, sessions: Sessions, tokens: AccessTokens, sign_in: EsozSignIn) -> None:
        self._sessions = sessions
        self._tokens = tokens
        self._sign_in = sign_in

    async def __call__(self, *, telegram_id: int, session_id: str | None = None) -> bool:
        """Sign out for one person, or without `session_id` for all, and forget the tokens.

        What is kept here is deleted whatever ЕСОЗ says. Returns whether ЕСОЗ ended every session
        too: where it did not answer, the consent can be revoked in any e-cabinet.
        """
        everywhere = True
        for session in await self._sessions.of_patient(telegram_id):
            if session_id in {None, session.id}:
                everywhere &= await self._ended_at_esoz(session)
                self._tokens.drop(session.id)
                await self._sessions.remove(telegram_id, session.id)
        return everywhere

    async def _ended_at_esoz(self, session: EsozSession) -> bool:
        """Logging out takes an access token, and that may take a refresh first."""
        if session.has_ended:
            return True
        try:
            acting = await self._tokens.acting(session)
            await self._sign_in.log_out(acting.access_token)
        except NotSignedIn:
            return True  # ended already, there or here
        except BotError:
            return False
        return True
