"""Which algorithms are taken, and that the parts of a signature speak of the same one."""

from __future__ import annotations

import pytest
from asn1crypto import cms, core
from asn1crypto import x509 as asn1_x509
from asn1crypto.parser import emit
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from bot.clients.signing.algorithms import require_allowed
from bot.clients.signing.cms import Cms
from bot.errors import SignatureProblem, SignatureRefused
from sandbox.signer.keys import KeyAlgorithm, private_key
from tests.unit.signing.certificates import certificate, read, with_key_info

UA = "1.2.804.2.1.1.1.1"
GOST, KUPYNA = f"{UA}.2.1", f"{UA}.2.2.1"
DSTU_GOST, DSTU_KUPYNA = f"{UA}.3.1.1", f"{UA}.3.6.1"
SHA1 = "1.3.14.3.2.26"
SHA256, SHA384, SHA512 = (f"2.16.840.1.101.3.4.2.{n}" for n in (1, 2, 3))
ECDSA1, ECDSA256, ECDSA384 = "1.2.840.10045.4.1", "1.2.840.10045.4.3.2", "1.2.840.10045.4.3.3"
RSA, RSA1, PSS, RSA256, RSA512 = (f"1.2.840.113549.1.1.{n}" for n in (1, 5, 10, 11, 13))
M257, M163 = f"{UA}.3.1.1.2.6", f"{UA}.3.1.1.2.0"


def _sequence(*parts: bytes) -> bytes:
    return bytes(emit(0, 1, 16, b"".join(parts)))


def _national(curve: bytes, *, algorithm: str = DSTU_GOST) -> asn1_x509.Certificate:
    """A certificate with a key of ДСТУ 4145; `curve` names it, or writes it out."""
    named = _sequence(core.ObjectIdentifier(algorithm).dump(), _sequence(curve))
    point = core.BitString((0,) * 264).dump()
    return with_key_info(certificate(), _sequence(named, point))


def _named(oid: str) -> bytes:
    return bytes(core.ObjectIdentifier(oid).dump())


def _written_out(degree: int, *, version: bytes = b"") -> bytes:
    """The form of most certificates of today (reference/signature.md §4.2 b)."""
    field = _sequence(core.Integer(degree).dump(), core.Integer(12).dump())
    a, b, order, base = core.Integer(0), core.OctetString(b"b"), core.Integer(7), b"p"
    numbers = (a.dump(), b.dump(), order.dump(), core.OctetString(base).dump())
    return _sequence(version, field, *numbers)


P256 = read(certificate(key=private_key("of a test")))
P384 = read(certificate(key=ec.generate_private_key(ec.SECP384R1())))
K256 = read(certificate(key=ec.generate_private_key(ec.SECP256K1())))
RSA_2048 = read(certificate(key=private_key("of a test", KeyAlgorithm.RSA)))
RSA_1024 = read(certificate(key=rsa.generate_private_key(65537, 1024)))  # noqa: S505  # to refuse
OWN_CURVE = with_key_info(
    certificate(),
    _sequence(
        _sequence(_named("1.2.840.10045.2.1"), _sequence(core.Integer(1).dump())),
        core.BitString((0,) * 264).dump(),
    ),
)


@pytest.mark.parametrize(
    ("signer", "signature", "digest"),
    [
        pytest.param(P256, ECDSA256, SHA256, id="ECDSA P-256"),
        pytest.param(P384, ECDSA384, SHA384, id="ECDSA P-384"),
        pytest.param(P384, ECDSA256, SHA256, id="ECDSA P-384 with SHA-256"),
        pytest.param(RSA_2048, RSA256, SHA256, id="RSA"),
        pytest.param(RSA_2048, RSA, SHA512, id="RSA by its own OID"),
        pytest.param(_national(_named(M257)), DSTU_GOST, GOST, id="ДСТУ with ГОСТ"),
        pytest.param(_national(_named(M257)), DSTU_KUPYNA, KUPYNA, id="ДСТУ with Купина"),
        pytest.param(
            _national(_named(M257), algorithm=DSTU_KUPYNA), DSTU_KUPYNA, KUPYNA, id="key of 2026"
        ),
        pytest.param(_national(_written_out(257)), DSTU_GOST, GOST, id="curve written out"),
        pytest.param(
            _national(_written_out(431, version=b"\xa0\x03\x02\x01\x00")),
            DSTU_GOST,
            GOST,
            id="curve written out with its version",
        ),
    ],
)
def test_strong_algorithms_that_fit_together_are_taken(
    signer: asn1_x509.Certificate, signature: str, digest: str
) -> None:
    require_allowed(_cms(signer, signature, digest))


@pytest.mark.parametrize(
    ("signer", "signature", "digest"),
    [
        pytest.param(P256, ECDSA1, SHA1, id="ECDSA with SHA-1"),
        pytest.param(P256, ECDSA256, SHA512, id="two digests"),
        pytest.param(P256, RSA256, SHA256, id="RSA by a key of ECDSA"),
        pytest.param(K256, ECDSA256, SHA256, id="another curve"),
        pytest.param(OWN_CURVE, ECDSA256, SHA256, id="a curve of one's own"),
        pytest.param(RSA_1024, RSA256, SHA256, id="short RSA"),
        pytest.param(RSA_2048, RSA1, SHA1, id="RSA with SHA-1"),
        pytest.param(RSA_2048, RSA, SHA1, id="RSA by its own OID with SHA-1"),
        pytest.param(RSA_2048, PSS, SHA256, id="PSS"),
        pytest.param(RSA_2048, RSA512, SHA256, id="RSA with two digests"),
        pytest.param(_national(_named(M257)), DSTU_GOST, KUPYNA, id="ГОСТ's with Купина"),
        pytest.param(_national(_named(M257)), DSTU_KUPYNA, GOST, id="Купина's with ГОСТ"),
        pytest.param(_national(_named(M257)), ECDSA256, SHA256, id="ECDSA by a ДСТУ key"),
        pytest.param(_national(_named(M163)), DSTU_GOST, GOST, id="small curve"),
        pytest.param(_national(_written_out(163)), DSTU_GOST, GOST, id="small, written out"),
        pytest.param(_national(_sequence()), DSTU_GOST, GOST, id="curve of nothing"),
        pytest.param(_national(_named(M257), algorithm=f"{UA}.9"), DSTU_GOST, GOST, id="unknown"),
    ],
)
def test_weak_algorithms_and_odd_pairs_are_refused(
    signer: asn1_x509.Certificate, signature: str, digest: str
) -> None:
    with pytest.raises(SignatureRefused) as refused:
        require_allowed(_cms(signer, signature, digest))

    assert refused.value.problem is SignatureProblem.WEAK_ALGORITHM


def test_a_national_digest_of_another_length_is_broken() -> None:
    odd = _cms(_national(_named(M257)), DSTU_GOST, GOST, digest_bytes=20)

    with pytest.raises(SignatureRefused) as refused:
        require_allowed(odd)

    assert refused.value.problem is SignatureProblem.BROKEN


def _cms(
    signer: asn1_x509.Certificate, signature: str, digest: str, *, digest_bytes: int = 32
) -> Cms:
    identifier = cms.IssuerAndSerialNumber(
        {"issuer": signer.issuer, "serial_number": signer.serial_number}
    )
    return Cms(
        der=b"",
        signer_info=cms.SignerInfo(
            {
                "version": "v1",
                "sid": cms.SignerIdentifier("issuer_and_serial_number", identifier),
                "digest_algorithm": {"algorithm": digest},
                "signature_algorithm": {"algorithm": signature},
                "signature": b"",
            }
        ),
        certificate=signer,
        further_certificates=(),
        content=b"",
        message_digest=bytes(digest_bytes),
        signing_certificate=b"",
    )
