"""Which algorithms and curves a signature may use, and that its parts speak of the same one.

Source: reference/signature.md §6.4, row 5; OIDs §4.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from asn1crypto import core
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import load_der_public_key

from bot.clients.signing.public_key import (
    ECDSA,
    RSA,
    is_dstu_key,
    key_info_der,
    key_oid,
    key_parameters,
)
from bot.clients.signing.strict_der import SEQUENCE, elements
from bot.errors import SignatureProblem, SignatureRefused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from asn1crypto import x509

    from bot.clients.signing.cms import Cms

_UA = "1.2.804.2.1.1.1.1"
_SHA256, _SHA384, _SHA512 = (f"2.16.840.1.101.3.4.2.{n}" for n in (1, 2, 3))
SHA_2 = {_SHA256: "sha256", _SHA384: "sha384", _SHA512: "sha512"}
"""What a digest is called in hashlib; the national digests are not computed here."""
_ECDSA_PAIRS = {f"1.2.840.10045.4.3.{n}": d for n, d in zip((2, 3, 4), SHA_2, strict=True)}
_RSA_PAIRS = {f"1.2.840.113549.1.1.{n}": d for n, d in zip((11, 12, 13), SHA_2, strict=True)}
# ДСТУ 4145 with ГОСТ 34.311, and with ДСТУ 7564 (Купина) of 256 bits. Not one with the other's.
_DSTU_PAIRS = {f"{_UA}.3.1.1": f"{_UA}.2.1", f"{_UA}.3.6.1": f"{_UA}.2.2.1"}
# P-256 and P-384; of the national curves those over fields of these degrees. All in DER.
_NIST_CURVES = {
    core.ObjectIdentifier(oid).dump() for oid in ("1.2.840.10045.3.1.7", "1.3.132.0.34")
}
_DSTU_CURVES = {core.ObjectIdentifier(f"{_UA}.3.1.1.2.{n}").dump() for n in (6, 7, 8, 9)}
_DSTU_DEGREES = {core.Integer(degree).dump() for degree in (257, 307, 367, 431)}
_DSTU_DIGEST_BYTES = 32
_NO_PARAMETERS = {b"", b"\x05\x00"}  # absent or NULL, all that RFC 5754 allows
_SHORTEST_RSA_BITS = 2048


def require_allowed(cms: Cms) -> None:
    """Raise SignatureRefused unless digest, signature and key are strong and fit together."""
    if is_dstu_key(cms.certificate):
        pair_digest, is_strong = _DSTU_PAIRS.get(cms.signature_oid), _has_dstu_curve
        if len(cms.message_digest) != _DSTU_DIGEST_BYTES:
            raise SignatureRefused(SignatureProblem.BROKEN)
    elif key_oid(cms.certificate) == ECDSA:
        pair_digest, is_strong = _ECDSA_PAIRS.get(cms.signature_oid), _has_nist_curve
    elif key_oid(cms.certificate) == RSA:
        pair_digest, is_strong = _rsa_digest(cms), _is_long_rsa
    else:
        raise SignatureRefused(SignatureProblem.WEAK_ALGORITHM)
    if pair_digest is None or pair_digest != cms.digest_oid or not is_strong(cms.certificate):
        raise SignatureRefused(SignatureProblem.WEAK_ALGORITHM)
    if not is_dstu_key(cms.certificate) and not _NO_PARAMETERS.issuperset(cms.parameters):
        raise SignatureRefused(SignatureProblem.NOT_STANDARD)


def _rsa_digest(cms: Cms) -> str | None:
    """RSA's own OID leaves the digest to the field for it (RFC 3370 §3.2)."""
    if cms.signature_oid == RSA:
        return cms.digest_oid if cms.digest_oid in SHA_2 else None
    return _RSA_PAIRS.get(cms.signature_oid)


def _has_nist_curve(certificate: x509.Certificate) -> bool:
    """By name only: parameters of one's own make forged keys possible (CVE-2020-0601)."""
    return key_parameters(certificate) in _NIST_CURVES


def _is_long_rsa(certificate: x509.Certificate) -> bool:
    try:
        key = load_der_public_key(key_info_der(certificate))
    except UnsupportedAlgorithm:
        return False
    return isinstance(key, rsa.RSAPublicKey) and key.key_size >= _SHORTEST_RSA_BITS


def _has_dstu_curve(certificate: x509.Certificate) -> bool:
    """A curve by name, or written out over a field of an allowed degree.

    Whether one written out is the standard curve is left to ЕСОЗ, with the arithmetic.
    """
    parameters = key_parameters(certificate)
    curve = next(_inside(parameters), b"")
    return curve in _DSTU_CURVES or _degree(curve) in _DSTU_DEGREES


def _degree(curve: bytes) -> bytes:
    """Of `SEQUENCE { [0] version DEFAULT, SEQUENCE { m INTEGER, … }, … }` the m, in DER."""
    fields = (part for part in _inside(curve) if part[0] == SEQUENCE)
    return next(_inside(next(fields, b"")), b"")


def _inside(sequence: bytes) -> Iterator[bytes]:
    """The parts of a SEQUENCE, each in DER; none of what is no SEQUENCE. Raises NotDer."""
    if sequence[:1] == bytes([SEQUENCE]):
        (whole,) = elements(sequence)
        for part in elements(sequence, whole.body, whole.end):
            yield sequence[part.start : part.end]
