"""Bring a session that has a signature to its end: check it, hand it to ЕСОЗ, tell the patient."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.signing.session import (
    KEEPS_TRYING,
    MOST_ATTEMPTS,
    UNAVAILABLE,
    Outcome,
    OutcomeKind,
    Provider,
    Purpose,
    SessionState,
)
from bot.errors import BotError, ChatClosed, SignatureProblem, SignatureRefused, Unavailable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.domain.clock import Clock
    from bot.domain.signing.session import SignSession
    from bot.domain.signing.signature import Signed
    from bot.services.signing_ports import (
        SignatureVerifier,
        SigningNews,
        SignWork,
        Submission,
    )

_ENDS = {
    SessionState.SUBMITTED: OutcomeKind.DONE,
    SessionState.REFUSED: OutcomeKind.REFUSED,
    SessionState.EXPIRED: OutcomeKind.EXPIRED,
}
_OTHER_REFUSAL = "refused"


class CompleteSigning:
    """May be called for a session at any time and from any process: one of them does the work.

    Every step is noted before the next begins, so a crash between two of them repeats only what
    may be repeated: checking, and a submission that asks ЕСОЗ first what became of it.
    """

    def __init__(
        self,
        *,
        work: SignWork,
        verifier: SignatureVerifier,
        submissions: Mapping[Purpose, Submission],
        news: SigningNews,
        clock: Clock,
    ) -> None:
        self._work = work
        self._verifier = verifier
        self._submissions = submissions
        self._news = news
        self._clock = clock

    async def __call__(self, *, key: str) -> None:
        """Raises Unavailable when the database fails, or Telegram takes no message now."""
        session = await self._work.claim(key, self._clock.now())
        if session is None:
            return
        if session.state in _ENDS:
            await self._tell_end(session)
            return
        signed = await self._checked(session)
        if signed and await self._is_submitted(session, signed):
            await self._tell(key)

    async def _checked(self, session: SignSession) -> Signed | None:
        """Return the signature, noted as verified; None where it is not taken."""
        try:
            signed = await self._verifier.verify(
                session.container or b"",
                content=session.content,
                expected=session.expected,
                now=session.received_at or self._clock.now(),
            )
            is_mine = await self._is_noted(session, signed)
        except SignatureRefused as refusal:
            await self._refuse_signature(session, refusal.problem)
            return None
        return signed if is_mine else None

    async def _is_noted(self, session: SignSession, signed: Signed) -> bool:
        """Raises SignatureRefused when the signature was used before."""
        if session.state is SessionState.VERIFIED:
            return True
        return await self._work.verify(
            session.key,
            der=signed.der,
            signature_hash=signed.signature_hash,
            now=self._clock.now(),
        )

    async def _refuse_signature(self, session: SignSession, problem: SignatureProblem) -> None:
        """Let the patient choose another key, as long as there is time and patience."""
        now = self._clock.now()
        may_try = session.attempts + 1 < MOST_ATTEMPTS
        if may_try and await self._work.try_again(session.key, problem.value, now):
            if session.provider is Provider.CHAT:
                await self._say(session, Outcome(OutcomeKind.NOT_TAKEN, problem.value))
        elif await self._work.refuse(session.key, problem.value, now):
            await self._tell(session.key)

    async def _is_submitted(self, session: SignSession, signed: Signed) -> bool:
        """Whether the session came to an end."""
        now = self._clock.now()
        try:
            submitted = await self._submissions[session.purpose].submit(session, signed)
        except Unavailable:
            if now - (session.received_at or now) > KEEPS_TRYING:
                return await self._work.refuse(session.key, UNAVAILABLE, now)
            if await self._work.delay(session.key, UNAVAILABLE):
                await self._say(session, Outcome(OutcomeKind.DELAYED))
            return False
        except BotError as refusal:
            code = str(getattr(refusal, "code", _OTHER_REFUSAL))
            return await self._work.refuse(session.key, code, now)
        is_noted = await self._work.submit(session.key, submitted.redirect, now)
        if is_noted and submitted.redirect and session.provider is Provider.CHAT:
            # the page that leads on is not before the patient's eyes
            await self._say(session, Outcome(OutcomeKind.DONE))
        return is_noted

    async def _tell(self, key: str) -> None:
        """Tell how a session ended, unless another process was quicker."""
        session = await self._work.claim(key, self._clock.now())
        if session:
            await self._tell_end(session)

    async def _tell_end(self, session: SignSession) -> None:
        await self._say(session, Outcome(_ENDS[session.state], session.problem))
        await self._work.mark_told(session.key, self._clock.now())

    async def _say(self, session: SignSession, outcome: Outcome) -> None:
        """Whoever closed the chat hears nothing, and that is their wish."""
        try:
            await self._news.tell(session, outcome)
        except ChatClosed:
            return
