"""The private keys of the test authority and of its people, each made when first needed."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from cryptography.hazmat.primitives.asymmetric import ec, rsa

_RSA_BITS = 2048
_PUBLIC_EXPONENT = 65537

PrivateKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


class KeyAlgorithm(StrEnum):
    ECDSA = "ecdsa"
    RSA = "rsa"


@cache
def private_key(
    owner: str,  # noqa: ARG001 - the cache knows keys by their owner
    algorithm: KeyAlgorithm = KeyAlgorithm.ECDSA,
) -> PrivateKey:
    """The owner's key, the same as long as the process lives; nothing is ever written down."""
    if algorithm is KeyAlgorithm.RSA:
        return rsa.generate_private_key(_PUBLIC_EXPONENT, _RSA_BITS)
    return ec.generate_private_key(ec.SECP256R1())
