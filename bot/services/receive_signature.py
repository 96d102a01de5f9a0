"""A signature comes in: it is stored first, and looked at afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import Conflict, SignatureProblem, SignatureRefused

if TYPE_CHECKING:
    from bot.domain.clock import Clock
    from bot.domain.signing.session import Provider
    from bot.services.signing_ports import SignErrands, SignSessions

MOST_BYTES = 256 * 1024
"""Of a container as it comes; a base64 one is larger than what is in it."""


class ReceiveSignature:
    def __init__(self, *, sessions: SignSessions, errands: SignErrands, clock: Clock) -> None:
        self._sessions = sessions
        self._errands = errands
        self._clock = clock

    async def __call__(self, *, key: str, container: bytes, provider: Provider) -> None:
        """Return when it is stored durably; the rest happens without the caller.

        Raises SignatureRefused for what is too large or empty, Conflict when the session awaits
        no signature any more (a repetition, or its time is over), and Unavailable.
        """
        if len(container) > MOST_BYTES:
            raise SignatureRefused(SignatureProblem.TOO_LARGE)
        if not container.strip():
            raise SignatureRefused(SignatureProblem.NOT_A_SIGNATURE)
        if not await self._sessions.receive(key, container, provider, self._clock.now()):
            raise Conflict
        self._errands.start(key)
