"""Whether an ECDSA or RSA signature is right: all of it done by pyHanko and cryptography."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import validate_sig_integrity

from bot.clients.signing.algorithms import SHA_2
from bot.errors import SignatureProblem, SignatureRefused

if TYPE_CHECKING:
    from bot.clients.signing.cms import Cms


def require_right(cms: Cms, content: bytes) -> None:
    """Raises SignatureRefused, OTHER_DOCUMENT where a signature kept apart is of other bytes."""
    digest = hashlib.new(SHA_2[cms.digest_oid], content).digest()
    try:
        is_same, is_right = validate_sig_integrity(
            cms.signer_info, cms.certificate, "data", digest
        )
    except SignatureValidationError as error:
        raise SignatureRefused(SignatureProblem.BROKEN) from error
    if not is_right:
        raise SignatureRefused(SignatureProblem.BROKEN)
    if not is_same:
        is_apart = cms.content is None
        raise SignatureRefused(
            SignatureProblem.OTHER_DOCUMENT if is_apart else SignatureProblem.BROKEN
        )
