"""The public key of a certificate as it is written, without doing arithmetic on it.

asn1crypto does not know ДСТУ 4145 and raises KeyError on such a key (reference/signature.md
§4.2, trap 2), so the key is described here anew, with its parameters left as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from asn1crypto import core

if TYPE_CHECKING:
    from asn1crypto import x509

ECDSA = "1.2.840.10045.2.1"
RSA = "1.2.840.113549.1.1.1"
_DSTU_BRANCH = "1.2.804.2.1.1.1.1.3."


class _Algorithm(core.Sequence):  # type: ignore[misc]  # asn1crypto has no types
    _fields: ClassVar = [
        ("algorithm", core.ObjectIdentifier),
        ("parameters", core.Any, {"optional": True}),
    ]


class _KeyInfo(core.Sequence):  # type: ignore[misc]  # as above
    _fields: ClassVar = [("algorithm", _Algorithm), ("key", core.BitString)]


def key_oid(certificate: x509.Certificate) -> str:
    """The OID of the algorithm that the key is for."""
    return str(_key_info(certificate)["algorithm"]["algorithm"].dotted)


def key_parameters(certificate: x509.Certificate) -> bytes:
    """What names the curve, in DER; empty where nothing is given."""
    return bytes(_key_info(certificate)["algorithm"]["parameters"].dump())


def key_info_der(certificate: x509.Certificate) -> bytes:
    return bytes(certificate["tbs_certificate"]["subject_public_key_info"].dump())


def is_dstu_key(certificate: x509.Certificate) -> bool:
    return key_oid(certificate).startswith(_DSTU_BRANCH)


def _key_info(certificate: x509.Certificate) -> _KeyInfo:
    info: _KeyInfo = _KeyInfo.load(key_info_der(certificate), strict=True)
    return info
