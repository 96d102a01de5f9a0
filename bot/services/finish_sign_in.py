"""A browser comes back from ЕСОЗ's consent page: the patient is signed in, or is told why not."""

from __future__ import annotations

import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

from bot.domain.cabinet import EsozRefusal, EsozRefused
from bot.domain.cabinet.session import EsozSession
from bot.domain.cabinet.signed_in import SignInOutcome, SignInResult
from bot.errors import BotError, TooManyPeople, Unavailable
from bot.services.submit_sign_in import hash_of

if TYPE_CHECKING:
    from bot.domain.cabinet.session import Tokens
    from bot.domain.clock import Clock
    from bot.domain.signing.session import SignSession
    from bot.services.access_tokens import AccessTokens
    from bot.services.session_ports import (
        AfterSignIn,
        EsozSignIn,
        NamedPerson,
        PendingSignIns,
        Sessions,
        SignInNews,
    )

_ID_BYTES = 9
"""72 bits, 12 signs on a button; the id opens nothing without the patient's chat."""


class FinishSignIn:
    """Owners of conversations that begin with a sign-in put into `after` what goes on then."""

    def __init__(
        self,
        *,
        sign_in: EsozSignIn,
        pending: PendingSignIns,
        sessions: Sessions,
        tokens: AccessTokens,
        cabinet: NamedPerson,
        news: SignInNews,
        clock: Clock,
    ) -> None:
        self._sign_in = sign_in
        self._pending = pending
        self._sessions = sessions
        self._tokens = tokens
        self._cabinet = cabinet
        self._news = news
        self._clock = clock
        self.after: list[AfterSignIn] = []

    async def __call__(
        self,
        *,
        session: SignSession,
        state: str,
        code: str = "",
        error: str = "",
        error_description: str = "",
    ) -> SignInResult:
        """End the sign-in of this browser, and say in the chat how.

        `session` is the sign session that the browser's cookie is bound to; the rest stood in
        the address that ЕСОЗ sent the browser back to. A state that is not of this session, or
        was used, signs nobody in and says nothing in the chat. Raises Unavailable when the
        database fails.
        """
        pending = await self._pending.take(hash_of(state), self._clock.now())
        if pending is None or pending.sign_session != session.key:
            return _failed(EsozRefused(EsozRefusal.SIGN_IN_OUTDATED))
        if error or not code:
            result = _failed(self._sign_in.declined(error, error_description))
        else:
            result = await self._exchanged(session.telegram_id, code)
        with suppress(BotError):  # the page tells the same
            await self._news.tell(session.telegram_id, result)
        if result.outcome is SignInOutcome.DONE:
            await self._go_on(session.telegram_id)
        return result

    async def _go_on(self, telegram_id: int) -> None:
        for go_on in self.after:
            with suppress(BotError):  # the patient is signed in, and finds the way by the menu
                await go_on(telegram_id=telegram_id)

    async def _exchanged(self, telegram_id: int, code: str) -> SignInResult:
        try:
            tokens = await self._sign_in.exchange(code)
        except (EsozRefused, Unavailable) as failure:
            return _failed(failure)
        try:
            session = await self._kept(telegram_id, tokens)
        except TooManyPeople:
            with suppress(BotError):
                await self._sign_in.log_out(tokens.access_token)
            return SignInResult(SignInOutcome.TOO_MANY_PEOPLE)
        return await self._welcomed(session)

    async def _kept(self, telegram_id: int, tokens: Tokens) -> EsozSession:
        now = self._clock.now()
        session = EsozSession(
            id=secrets.token_urlsafe(_ID_BYTES),
            telegram_id=telegram_id,
            person_id=tokens.person_id,
            applicant_person_id=tokens.applicant_person_id,
            access_id=tokens.access_id,
            scope=tokens.scope,
            refresh_token=tokens.refresh_token,
            name="",
            signed_in_at=now,
        )
        await self._sessions.add(session, now)
        self._tokens.hold(session.id, tokens)
        return session

    async def _welcomed(self, session: EsozSession) -> SignInResult:
        """Ask for the name to be greeted by; without it the patient is signed in all the same."""
        name = ""
        with suppress(BotError):
            acting = await self._tokens.acting(session)
            name = (await self._cabinet.person(acting)).short_name
            await self._sessions.name(session, name)
        is_confidant = session.listed().is_confidant
        return SignInResult(SignInOutcome.DONE, name=name, is_confidant=is_confidant)


def _failed(failure: BotError) -> SignInResult:
    if isinstance(failure, EsozRefused):
        return SignInResult(SignInOutcome.REFUSED, refusal=failure.code)
    return SignInResult(SignInOutcome.OUTAGE)
