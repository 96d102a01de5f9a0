"""Ask Дія to have a document signed in the app."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from bot.domain.signing.one_time import hash_of
from bot.domain.signing.session import Provider, SignRequest
from bot.errors import Conflict

if TYPE_CHECKING:
    from bot.domain.clock import Clock
    from bot.domain.signing.session import SignSession
    from bot.services.signing_ports import DiiaRequests, SignSessions

_FILE_NAME = "document.json"


class RequestDiia:
    def __init__(self, *, sessions: SignSessions, diia: DiiaRequests, clock: Clock) -> None:
        self._sessions = sessions
        self._diia = diia
        self._clock = clock

    async def __call__(self, *, session: SignSession, return_url: str) -> SignRequest:
        """Return a request with a new id; a second tap gets the first one's.

        Raises Conflict when the session awaits no signature any more, and Unavailable.
        """
        if not await self._sessions.wait(session.key, Provider.DIIA, self._clock.now()):
            raise Conflict
        last = await self._sessions.last_request(session.key)
        if last and last.is_fresh(self._clock.now()):
            return last
        request_id = str(uuid4())
        deeplink = await self._diia.offer(
            request_id=request_id,
            content=session.content,
            file_name=_FILE_NAME,
            return_url=return_url,
        )
        made = SignRequest(deeplink=deeplink, made_at=self._clock.now())
        await self._sessions.add_request(session.key, hash_of(request_id), made)
        return made
