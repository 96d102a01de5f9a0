"""A line in the log for every signature that was judged; implements SignatureVerifier."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import structlog

from bot.errors import SignatureRefused

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.signing.signature import ExpectedSigner, Signed
    from bot.services.signing_ports import SignatureVerifier

log = structlog.get_logger(__name__)


class AuditedVerifier:
    """Says which certificate signed and what came of it, never who: the number is hashed."""

    def __init__(self, verifier: SignatureVerifier) -> None:
        self._verifier = verifier

    async def verify(
        self, container: bytes, *, content: bytes, expected: ExpectedSigner | None, now: datetime
    ) -> Signed:
        try:
            signed = await self._verifier.verify(
                container, content=content, expected=expected, now=now
            )
        except SignatureRefused as refusal:
            log.info("signature refused", problem=refusal.problem.value)
            raise
        log.info(
            "signature verified",
            certificate=sha256(signed.certificate_serial.encode()).hexdigest(),
            issuer=signed.issuer,
            is_chain_checked=signed.is_chain_checked,
            is_judged_by_esoz=signed.is_judged_by_esoz,
        )
        return signed
