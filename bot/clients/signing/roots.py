"""The authorities that the operator trusts: from the ЦЗО's CACertificates.p7b, or a PEM bundle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from asn1crypto import cms, pem, x509

from bot.clients.signing.public_key import ECDSA, RSA, key_oid

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNREADABLE = (ValueError, TypeError, KeyError)


class UnreadableRoots(ValueError):
    """The file holds no authority that a chain could be built to."""


def read_roots(bundle: bytes) -> tuple[x509.Certificate, ...]:
    """Every authority in the bundle whose key can be computed with: ECDSA or RSA.

    The bundle is the ЦЗО's list of trust, so each authority in it is an end of a chain, also one
    whose own certificate bears a ДСТУ signature. Raises UnreadableRoots.
    """
    try:
        roots = tuple(each for each in _certificates(bundle) if _is_usable(each))
    except _UNREADABLE as error:
        raise UnreadableRoots from error
    if not roots:
        raise UnreadableRoots
    return roots


def _certificates(bundle: bytes) -> Iterator[x509.Certificate]:
    if not pem.detect(bundle):
        yield from _from_signed_data(bundle)
        return
    for label, _headers, der in pem.unarmor(bundle, multiple=True):
        if label == "CERTIFICATE":
            yield x509.Certificate.load(der)
        else:
            yield from _from_signed_data(der)


def _from_signed_data(der: bytes) -> Iterator[x509.Certificate]:
    for choice in cms.ContentInfo.load(der)["content"]["certificates"]:
        if choice.name == "certificate":
            yield x509.Certificate.load(choice.chosen.dump())


def _is_usable(certificate: x509.Certificate) -> bool:
    return key_oid(certificate) in {ECDSA, RSA} and bool(certificate.ca)
