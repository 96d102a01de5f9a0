"""A signed nonce goes with the patient's browser to ЕСОЗ; implements Submission for SIGN_IN."""

from __future__ import annotations

import secrets
from hashlib import sha256
from typing import TYPE_CHECKING

from bot.domain.cabinet.session import SIGN_IN_LIFETIME, PendingSignIn
from bot.domain.signing.session import Submitted
from bot.services.start_sign_in import AS_CONFIDANT

if TYPE_CHECKING:
    from bot.domain.clock import Clock
    from bot.domain.signing.session import SignSession
    from bot.domain.signing.signature import Signed
    from bot.services.session_ports import EsozSignIn, PendingSignIns

_STATE_BYTES = 32


class SubmitSignIn:
    def __init__(self, *, sign_in: EsozSignIn, pending: PendingSignIns, clock: Clock) -> None:
        self._sign_in = sign_in
        self._pending = pending
        self._clock = clock

    async def submit(self, session: SignSession, signed: Signed) -> Submitted:
        """Say where the browser goes; nothing is sent from here, so repeating does no harm.

        The `state` of OAuth is good once, for this sign session, for half an hour.
        """
        state = secrets.token_urlsafe(_STATE_BYTES)
        await self._pending.add(
            PendingSignIn(
                state_hash=hash_of(state),
                telegram_id=session.telegram_id,
                sign_session=session.key,
                expires_at=self._clock.now() + SIGN_IN_LIFETIME,
            )
        )
        address = self._sign_in.address(
            signed.der, state=state, is_confidant=session.reference == AS_CONFIDANT
        )
        return Submitted(redirect=address)


def hash_of(state: str) -> str:
    """Only this of a state is stored: who reads the database cannot finish a sign-in."""
    return sha256(state.encode()).hexdigest()
