"""Дія brings what a patient signed in the app."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from bot.domain.signing.one_time import hash_of
from bot.domain.signing.session import Provider
from bot.errors import Conflict, SignatureRefused

if TYPE_CHECKING:
    from bot.services.receive_signature import ReceiveSignature
    from bot.services.signing_ports import SignSessions


class ReceiveFromDiia:
    """Nothing proves that a call is Дія's: the id is unguessable, the signature is verified."""

    def __init__(self, *, sessions: SignSessions, receive: ReceiveSignature) -> None:
        self._sessions = sessions
        self._receive = receive

    async def __call__(self, *, request_id: str, container: bytes) -> bool:
        """Return whether the request is known; a repetition changes nothing.

        Raises Unavailable: Дія will bring it again.
        """
        session = await self._sessions.by_request(hash_of(request_id))
        if session is None:
            return False
        with suppress(Conflict, SignatureRefused):
            await self._receive(key=session.key, container=container, provider=Provider.DIIA)
        return True
