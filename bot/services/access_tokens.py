"""Access tokens of this process: held in memory, fetched anew before they expire."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.cabinet import Acting
    from bot.domain.cabinet.session import EsozSession, Tokens
    from bot.domain.clock import Clock
    from bot.services.refresh_session import RefreshSession

_SPARE = timedelta(seconds=60)
"""A token that is this near its end is fetched anew: the call itself takes time."""
_MANY = 1000
"""So many tokens held, and those that expired are looked for and dropped."""


@dataclass(frozen=True, slots=True)
class _Held:
    token: str = field(repr=False)
    expires_at: datetime


class AccessTokens:
    """However many requests of a patient wait, ЕСОЗ is asked once; implements TokenRenewal.

    A token is held by its session's id, which is new with every sign-in: what another process
    signed out is found by nobody here.
    """

    def __init__(self, *, refresh: RefreshSession, clock: Clock) -> None:
        self._refresh = refresh
        self._clock = clock
        self._held: dict[str, _Held] = {}
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def hold(self, session_id: str, tokens: Tokens) -> None:
        if len(self._held) >= _MANY:
            self._drop_expired()
        self._held[session_id] = _Held(tokens.access_token, tokens.expires_at)

    def drop(self, session_id: str) -> None:
        self._held.pop(session_id, None)

    async def acting(self, session: EsozSession) -> Acting:
        """A session that is good for a call now; raises NotSignedIn, SignInEnded, Unavailable."""
        token = self._good(session.id)
        if token is not None:
            return session.acting(token)
        async with self._turn(session.id):
            token = self._good(session.id)
            if token is not None:  # another request of the patient was here first
                return session.acting(token)
            return await self._fetched(session.telegram_id, session.id)

    async def renewed(self, acting: Acting) -> Acting:
        """The same with another access token, since ЕСОЗ refuses this one; raises as `acting`."""
        async with self._turn(acting.session_id):
            if self._good(acting.session_id) in {acting.access_token, None}:
                self.drop(acting.session_id)
                return await self._fetched(acting.telegram_id, acting.session_id)
            session = await self._refresh.found(acting.telegram_id, acting.session_id)
            return session.acting(self._held[acting.session_id].token)

    async def ended(self, acting: Acting) -> None:
        """ЕСОЗ refuses a token that it has just given: the session is over."""
        self.drop(acting.session_id)
        await self._refresh.end(acting.telegram_id, acting.session_id)

    async def _fetched(self, telegram_id: int, session_id: str) -> Acting:
        session, tokens = await self._refresh(telegram_id=telegram_id, session_id=session_id)
        self.hold(session_id, tokens)
        return session.acting(tokens.access_token)

    def _good(self, session_id: str) -> str | None:
        held = self._held.get(session_id)
        if held is None or held.expires_at - self._clock.now() <= _SPARE:
            return None
        return held.token

    def _turn(self, session_id: str) -> asyncio.Lock:
        """The lock of a session; it is gone when nobody waits at it."""
        return self._turns.setdefault(session_id, asyncio.Lock())

    def _drop_expired(self) -> None:
        now = self._clock.now()
        self._held = {key: held for key, held in self._held.items() if held.expires_at > now}
