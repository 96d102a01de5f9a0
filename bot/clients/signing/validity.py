"""Whether a certificate is of now, and for signing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import SignatureProblem, SignatureRefused

if TYPE_CHECKING:
    from datetime import datetime

    from asn1crypto import x509

_SIGNING = {"digital_signature", "non_repudiation"}


def require_valid(certificate: x509.Certificate, now: datetime) -> None:
    """Raises SignatureRefused; both ends of the time of a certificate belong to it."""
    if certificate.not_valid_after < now:
        raise SignatureRefused(SignatureProblem.CERTIFICATE_EXPIRED)
    if now < certificate.not_valid_before:
        raise SignatureRefused(SignatureProblem.CERTIFICATE_NOT_YET_VALID)


def require_for_signing(certificate: x509.Certificate) -> None:
    """Raises SignatureRefused for a key of encryption, or of an authority.

    Ukrainian keys often come in pairs, and the other of the pair cannot sign.
    """
    usage = certificate.key_usage_value
    if certificate.ca or usage is None or not _SIGNING & set(usage.native):
        raise SignatureRefused(SignatureProblem.NOT_FOR_SIGNING)
