"""Files that people give: what is read, and what is said about the rest."""

from __future__ import annotations

import pytest
from asn1crypto import core
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import pkcs12
from hypothesis import given
from hypothesis import strategies as st

from bot.clients.signing.container import MOST_BYTES, read_container
from bot.clients.signing.strict_der import NotDer, require_der
from bot.errors import SignatureProblem, SignatureRefused
from sandbox.signer.keys import private_key

_KEY = private_key("of a test")
_SECRET = serialization.BestAvailableEncryption(b"secret")
_PEM, _DER = serialization.Encoding.PEM, serialization.Encoding.DER
_PKCS8 = serialization.PrivateFormat.PKCS8
_OPEN = serialization.NoEncryption()


@pytest.mark.parametrize(
    ("file", "problem"),
    [
        pytest.param(b"", SignatureProblem.NOT_A_SIGNATURE, id="empty"),
        pytest.param("Добрий день".encode(), SignatureProblem.NOT_A_SIGNATURE, id="words"),
        pytest.param(b"AAAA", SignatureProblem.NOT_A_SIGNATURE, id="base64 of something"),
        pytest.param(b"\xff\xd8\xff\xe0", SignatureProblem.NOT_A_SIGNATURE, id="photo"),
        pytest.param(b"-----BEGIN X-----\n!\n", SignatureProblem.NOT_A_SIGNATURE, id="half PEM"),
        pytest.param(b"%PDF-1.7", SignatureProblem.OTHER_FORMAT, id="PDF"),
        pytest.param(b"PK\x03\x04mimetype", SignatureProblem.OTHER_FORMAT, id="ASiC or ZIP"),
        pytest.param(b"\xef\xbb\xbf<?xml", SignatureProblem.OTHER_FORMAT, id="XML with a mark"),
        pytest.param(b"PK\x03\x04" * MOST_BYTES, SignatureProblem.OTHER_FORMAT, id="large ZIP"),
        pytest.param(b"A" * 2 * MOST_BYTES, SignatureProblem.TOO_LARGE, id="large text"),
        pytest.param(
            core.OctetString(b"0" * MOST_BYTES).dump().replace(b"\x04", b"\x30", 1),
            SignatureProblem.TOO_LARGE,
            id="large DER",
        ),
    ],
)
def test_what_is_no_signature_has_its_own_word(file: bytes, problem: SignatureProblem) -> None:
    with pytest.raises(SignatureRefused) as refused:
        read_container(file)

    assert refused.value.problem is problem


@pytest.mark.parametrize(
    "file",
    [
        pytest.param(_KEY.private_bytes(_PEM, _PKCS8, _OPEN), id="PKCS #8 in PEM"),
        pytest.param(_KEY.private_bytes(_DER, _PKCS8, _OPEN), id="PKCS #8"),
        pytest.param(_KEY.private_bytes(_DER, _PKCS8, _SECRET), id="PKCS #8, encrypted"),
        pytest.param(
            _KEY.private_bytes(_DER, serialization.PrivateFormat.TraditionalOpenSSL, _OPEN),
            id="RFC 5915",
        ),
        pytest.param(
            pkcs12.serialize_key_and_certificates(b"key", _KEY, None, None, _SECRET),
            id="PKCS #12",
        ),
        pytest.param(b"\x30\x80\x02\x01\x03\x30\x80", id="PKCS #12 in BER"),
        pytest.param(b"\xfe\xed\xfe\xed\x00\x00\x00\x02", id="Java's key store"),
    ],
)
def test_a_key_that_somebody_gives_away_is_called_by_its_name(file: bytes) -> None:
    with pytest.raises(SignatureRefused) as refused:
        read_container(file)

    assert refused.value.problem is SignatureProblem.PRIVATE_KEY


@pytest.mark.parametrize(
    "other_way",
    [
        pytest.param("30800201050000", id="length without end"),
        pytest.param("308103020105", id="longer length than needed"),
        pytest.param("30820003020105", id="length with idle zeros"),
        pytest.param("300402020005", id="integer with an idle byte"),
        pytest.param("30040202ff80", id="negative integer with an idle byte"),
        pytest.param("30020200", id="integer of nothing"),
        pytest.param("3003010101", id="a third truth"),
        pytest.param("300524030401aa", id="octets in pieces"),
        pytest.param("1003020105", id="sequence that is not constructed"),
        pytest.param("30031f8101", id="long tag"),
        pytest.param("3003020105020105", id="two values"),
        pytest.param("3004020105", id="cut off"),
        pytest.param("30020000", id="end of contents"),
        pytest.param("3087ffffffffffffff", id="length beyond all"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_not_der_is_refused(other_way: str) -> None:
    with pytest.raises(NotDer):
        require_der(bytes.fromhex(other_way))


def test_a_tower_of_sequences_does_not_exhaust_the_reader() -> None:
    tower = b""
    for _ in range(2_000):
        tower = b"\x30" + _length(len(tower)) + tower

    with pytest.raises(NotDer):
        require_der(tower)


def test_more_values_than_any_signature_has_are_not_read() -> None:
    with pytest.raises(NotDer):
        require_der(b"\x30" + _length(40_000) + b"\x05\x00" * 20_000)


@given(number=st.integers(), truth=st.booleans(), octets=st.binary(max_size=300))
def test_what_a_library_writes_as_der_is_der(number: int, truth: bool, octets: bytes) -> None:
    values = (core.Integer(number), core.Boolean(truth), core.OctetString(octets))
    inside = b"".join(value.dump() for value in values)

    require_der(b"\x30" + _length(len(inside)) + inside)


def _length(size: int) -> bytes:
    if size < 0x80:
        return bytes([size])
    digits = size.to_bytes((size.bit_length() + 7) // 8)
    return bytes([0x80 | len(digits)]) + digits
