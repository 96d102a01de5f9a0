"""What can be wrong with a signature on purpose, or merely unusual."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from asn1crypto import cms, core

if TYPE_CHECKING:
    from collections.abc import Callable


class Mistake(StrEnum):
    """How a signature differs from the usual one: ECDSA with the person's valid certificate.

    RSA and DSTU are no mistakes but other keys of the same person; the rest has to be refused.
    """

    NONE = "none"
    RSA = "rsa"
    DSTU = "dstu"  # by its looks: see dstu_look
    OTHER_CONTENT = "other_content"  # a whole signature, under another document
    SWAPPED_CONTENT = "swapped_content"  # the document was put in after signing another one
    BROKEN = "broken"  # one bit of the signature value is turned
    UNSORTED_ATTRIBUTES = "unsorted_attributes"  # as jkurwa writes them, signed as they stand
    WEAK_DIGEST = "weak_digest"  # SHA-1
    TWO_SIGNERS = "two_signers"
    STAMP = "stamp"
    EXPIRED = "expired"
    UNKNOWN_AUTHORITY = "unknown_authority"
    NO_IDENTITY = "no_identity"  # neither DRFO nor TINUA in the certificate
    NO_CERTIFICATE = "no_certificate"
    TRAILING_BYTES = "trailing_bytes"
    NOT_A_SIGNATURE = "not_a_signature"


NOT_A_SIGNATURE = b"%PDF-1.4\nThis is no signature.\n"


def spoil(container: cms.ContentInfo, content: bytes, mistake: Mistake) -> bytes:
    """The DER of `container`, with the mistake made in it; most are made before, by signing."""
    change = _CHANGES.get(mistake)
    if change:
        change(container["content"], content)
    tail = b"\x00\x00" if mistake is Mistake.TRAILING_BYTES else b""
    return bytes(container.dump(force=bool(change))) + tail


def in_wrong_order(attributes: cms.CMSAttributes) -> cms.CMSAttributes:
    """The same attributes, written the other way round than DER asks."""
    backwards = b"".join(one.dump() for one in reversed(list(attributes)))
    ordered = b"".join(sorted(one.dump() for one in attributes))
    if backwards == ordered:
        message = "too few attributes to be out of order"
        raise ValueError(message)
    return cms.CMSAttributes(contents=backwards)


def _swap_content(signed: cms.SignedData, content: bytes) -> None:
    signed["encap_content_info"]["content"] = core.OctetString(content)


def _break(signed: cms.SignedData, _content: bytes) -> None:
    value = signed["signer_infos"][0]["signature"].native
    signed["signer_infos"][0]["signature"] = value[:-1] + bytes([value[-1] ^ 1])


def _drop_certificates(signed: cms.SignedData, _content: bytes) -> None:
    del signed["certificates"]


_CHANGES: dict[Mistake, Callable[[cms.SignedData, bytes], None]] = {
    Mistake.SWAPPED_CONTENT: _swap_content,
    Mistake.BROKEN: _break,
    Mistake.NO_CERTIFICATE: _drop_certificates,
}
