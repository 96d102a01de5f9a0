"""A session gets new tokens from ЕСОЗ, by one process at a time."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.domain.cabinet import EsozRefusal, EsozRefused
from bot.errors import NotSignedIn, Outage, SignInEnded, Unavailable

if TYPE_CHECKING:
    from bot.domain.cabinet.session import EsozSession, Tokens
    from bot.domain.clock import Clock
    from bot.services.session_ports import EsozSignIn, Sessions

_LOOK_AGAIN_SECONDS = 0.2
_LONGEST_WAIT_SECONDS = 40.0
"""Longer than another process may hold the right, so that one that died is waited out."""


class RefreshSession:
    """Of several processes one refreshes at a time: ЕСОЗ may take a refresh token only once.

    That it does so is not published; a session must survive it all the same.
    """

    def __init__(self, *, sessions: Sessions, sign_in: EsozSignIn, clock: Clock) -> None:
        self._sessions = sessions
        self._sign_in = sign_in
        self._clock = clock

    async def __call__(self, *, telegram_id: int, session_id: str) -> tuple[EsozSession, Tokens]:
        """Raises NotSignedIn when the session is gone, SignInEnded, and Unavailable."""
        session = await self._claimed(telegram_id, session_id)
        tokens = await self._tokens(session)
        refreshed = session.refreshed(tokens)
        if not await self._sessions.keep(refreshed, self._clock.now()):
            raise NotSignedIn  # signed out meanwhile
        return refreshed, tokens

    async def found(self, telegram_id: int, session_id: str) -> EsozSession:
        """The session as it stands; raises NotSignedIn and SignInEnded."""
        known = await self._sessions.of_patient(telegram_id)
        session = next((one for one in known if one.id == session_id), None)
        if session is None:
            raise NotSignedIn
        if session.has_ended:
            raise SignInEnded
        return session

    async def end(self, telegram_id: int, session_id: str) -> None:
        """Keep no token; the row stays, so that the patient is told."""
        try:
            session = await self.found(telegram_id, session_id)
        except NotSignedIn:
            return
        await self._sessions.keep(_ended(session), self._clock.now())

    async def _claimed(self, telegram_id: int, session_id: str) -> EsozSession:
        try:
            async with asyncio.timeout(_LONGEST_WAIT_SECONDS):
                while True:
                    session = await self.found(telegram_id, session_id)
                    if await self._sessions.claim(session, self._clock.now()):
                        return session
                    await self._clock.sleep(_LOOK_AGAIN_SECONDS)
        except TimeoutError as error:
            raise Unavailable(Outage.TIMEOUT) from error

    async def _tokens(self, session: EsozSession) -> Tokens:
        try:
            return await self._sign_in.refresh(session.refresh_token)
        except EsozRefused as refusal:
            if refusal.code is EsozRefusal.SIGN_IN_MISCONFIGURED:
                await self._sessions.release(session)
                raise Unavailable(Outage.ACCESS) from refusal
            await self._sessions.keep(_ended(session), self._clock.now())
            raise SignInEnded from refusal
        except Unavailable:
            await self._sessions.release(session)
            raise


def _ended(session: EsozSession) -> EsozSession:
    return replace(session, refresh_token="", scope=frozenset())
