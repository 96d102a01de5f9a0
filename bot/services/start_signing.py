"""Open a sign session: the patient gets a one-time link and a phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.signing.one_time import hash_of, new_secret
from bot.domain.signing.phrase import make_phrase
from bot.domain.signing.session import LIFETIME, Handoff, SessionState, SignSession

if TYPE_CHECKING:
    from bot.domain.clock import Clock
    from bot.domain.signing.session import SignOrder
    from bot.services.signing_ports import SignLanguages, SignSessions


class StartSigning:
    """`public_origin` is where the pages are, without a slash at its end."""

    def __init__(
        self,
        *,
        sessions: SignSessions,
        languages: SignLanguages,
        clock: Clock,
        public_origin: str,
    ) -> None:
        self._sessions = sessions
        self._languages = languages
        self._clock = clock
        self._origin = public_origin

    async def __call__(self, *, order: SignOrder) -> Handoff:
        """Raises Unavailable. What the patient had to sign before is cancelled."""
        link_id, now = new_secret(), self._clock.now()
        session = SignSession(
            key=hash_of(link_id),
            telegram_id=order.telegram_id,
            purpose=order.purpose,
            reference=order.reference,
            state=SessionState.NEW,
            phrase=make_phrase(),
            language=await self._languages.language(order.telegram_id),
            created_at=now,
            expires_at=now + LIFETIME,
            content=order.content,
            expected=order.expected,
            subject=order.subject,
            document_html=order.document_html,
        )
        await self._sessions.add(session)
        return Handoff(
            url=f"{self._origin}/sign/{link_id}",
            phrase=session.phrase,
            expires_at=session.expires_at,
            number=session.number,
        )
