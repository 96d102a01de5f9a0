"""What looks like ДСТУ 4145 by its OIDs and sizes, and is ECDSA beneath.

The sandbox has no ДСТУ arithmetic (no home-made cryptography), yet most patients sign with it.
So a point of P-256 stands where the public key of the curve m257 would (33 bytes both), r and s
stand raw as ДСТУ writes them, and SHA-256 stands under the OID of ГОСТ 34.311. A verifier that
does without ДСТУ arithmetic meets everything else as in life; only `inspection`, which plays
ЕСОЗ's judge, knows what lies beneath.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from asn1crypto import core
from asn1crypto import x509 as asn1_x509
from asn1crypto.parser import emit
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature,
    encode_dss_signature,
)
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

if TYPE_CHECKING:
    from sandbox.signer.certificates import Issuer
    from sandbox.signer.keys import PrivateKey

# reference/signature.md §4.1
DSTU4145 = "1.2.804.2.1.1.1.1.3.1.1"
GOST34311 = "1.2.804.2.1.1.1.1.2.1"
_CURVE_M257 = f"{DSTU4145}.2.6"
_SIZE = 32
_SEQUENCE = 16


class _Parameters(core.Sequence):  # type: ignore[misc]  # asn1crypto has no types
    _fields: ClassVar = [("curve", core.ObjectIdentifier)]


class _Algorithm(core.Sequence):  # type: ignore[misc]  # as above
    _fields: ClassVar = [("algorithm", core.ObjectIdentifier), ("parameters", _Parameters)]


class _KeyInfo(core.Sequence):  # type: ignore[misc]  # as above
    _fields: ClassVar = [("algorithm", _Algorithm), ("key", core.OctetBitString)]


def look_like_dstu(certificate: x509.Certificate, issuer: Issuer) -> x509.Certificate:
    """The certificate with a key of ДСТУ's looks, signed anew by its issuer."""
    key = _public_key_of(certificate.public_key())
    point = key.public_bytes(Encoding.X962, PublicFormat.CompressedPoint)
    info = _KeyInfo(
        {
            "algorithm": {"algorithm": DSTU4145, "parameters": {"curve": _CURVE_M257}},
            "key": core.OctetString(point).dump(),
        }
    )
    whole = asn1_x509.Certificate.load(certificate.public_bytes(Encoding.DER))
    body = whole["tbs_certificate"]
    old = body["subject_public_key_info"].dump()
    new_body = emit(0, 1, _SEQUENCE, body.contents.replace(old, info.dump()))
    signature = _ecdsa(issuer.key).sign(new_body, ec.ECDSA(hashes.SHA256()))
    algorithm = whole["signature_algorithm"].dump()
    parts = new_body + algorithm + core.OctetBitString(signature).dump()
    return x509.load_der_x509_certificate(emit(0, 1, _SEQUENCE, parts))


def sign_like_dstu(key: PrivateKey, data: bytes) -> bytes:
    """Both numbers side by side in an OCTET STRING, little end first, as ДСТУ 4145 writes them."""
    r, s = decode_dss_signature(_ecdsa(key).sign(data, ec.ECDSA(hashes.SHA256())))
    raw = r.to_bytes(_SIZE, "little") + s.to_bytes(_SIZE, "little")
    return bytes(core.OctetString(raw).dump())


def is_dstu_look_valid(key_info: bytes, signature: bytes, data: bytes) -> bool:
    """`key_info` is the certificate's SubjectPublicKeyInfo."""
    try:
        point = core.OctetString.load(bytes(_KeyInfo.load(key_info)["key"]), strict=True).native
        key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
        raw = core.OctetString.load(signature, strict=True).native
        numbers = (int.from_bytes(raw[:_SIZE], "little"), int.from_bytes(raw[_SIZE:], "little"))
        key.verify(encode_dss_signature(*numbers), data, ec.ECDSA(hashes.SHA256()))
    except (ValueError, InvalidSignature):
        return False
    return True


def _ecdsa(key: object) -> ec.EllipticCurvePrivateKey:
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise TypeError
    return key


def _public_key_of(key: object) -> ec.EllipticCurvePublicKey:
    if not isinstance(key, ec.EllipticCurvePublicKey):
        raise TypeError
    return key
