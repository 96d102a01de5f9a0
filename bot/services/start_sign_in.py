"""A patient wants to sign in at ЕСОЗ: there is something to be signed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Protocol

from bot.domain.signing.session import Purpose, SignOrder, SubjectKey

if TYPE_CHECKING:
    from bot.domain.cabinet.ward import Ward
    from bot.domain.signing.session import Handoff
    from bot.services.session_ports import EsozSignIn

AS_CONFIDANT = "confidant"
"""The reference of a sign session whose signer signs in for a ward."""


class Signing(Protocol):
    """`StartSigning`."""

    async def __call__(self, *, order: SignOrder) -> Handoff: ...


class StartSignIn:
    def __init__(self, *, sign_in: EsozSignIn, start_signing: Signing) -> None:
        self._sign_in = sign_in
        self._start_signing = start_signing

    async def __call__(self, *, telegram_id: int, ward: Ward | None = None) -> Handoff:
        """Open a sign session for what ЕСОЗ wants signed; call only once the patient agreed.

        For oneself that is a one-time nonce, for a ward the ward's own name and number (`esoz.md`
        §1.3, §1.4). Who signs is not known before: ЕСОЗ finds them by the certificate. Raises
        Unavailable, and EsozRefused when our client is not taken.
        """
        document = ward.described() if ward else {"jwt": await self._sign_in.nonce()}
        order = SignOrder(
            telegram_id=telegram_id,
            purpose=Purpose.SIGN_IN,
            content=json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode(),
            expected=None,
            subject={SubjectKey.PERSON: ward.full_name} if ward else {},
            reference=AS_CONFIDANT if ward else "",
        )
        return await self._start_signing(order=order)
