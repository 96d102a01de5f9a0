"""The file as a person or a provider gave it: DER found in it, or a word on what it is instead."""

from __future__ import annotations

from base64 import b64decode
from itertools import islice

from asn1crypto import pem

from bot.clients.signing.strict_der import (
    INTEGER,
    OCTET_STRING,
    SEQUENCE,
    NotDer,
    elements,
    require_der,
)
from bot.errors import SignatureProblem, SignatureRefused

MOST_BYTES = 256 * 1024
"""A signature with its content; the content is a few kilobytes (reference/signature.md §5.6)."""
_MOST_BYTES_AS_TEXT = MOST_BYTES * 3 // 2  # base64 with its line ends
_MARK_OF_UTF8 = b"\xef\xbb\xbf"
# An ASiC container is a ZIP; a PDF and XML may hold signatures too, in forms ЕСОЗ does not take.
_OTHER_FORMATS = (b"PK\x03\x04", b"%PDF", b"<")
# JKS, JCEKS, and PKCS #12 in BER, which is how Java and browsers write it.
_KEY_STORES = (b"\xfe\xed\xfe\xed", b"\xce\xce\xce\xce", b"\x30\x80\x02\x01\x03")


def read_container(given: bytes) -> bytes:
    """The DER in what was given as DER, base64 or PEM.

    Raises SignatureRefused, PRIVATE_KEY where somebody gave the key itself away.
    """
    text = given.removeprefix(_MARK_OF_UTF8).strip()
    _refuse_other_files(text)
    if len(given) > _MOST_BYTES_AS_TEXT:
        raise SignatureRefused(SignatureProblem.TOO_LARGE)
    der = given if given[:1] == bytes([SEQUENCE]) else _from_text(text)
    if len(der) > MOST_BYTES:
        raise SignatureRefused(SignatureProblem.TOO_LARGE)
    _refuse_private_key(der)
    _refuse_unless_der(der)
    return der


def _refuse_other_files(text: bytes) -> None:
    if text.startswith(_KEY_STORES):
        raise SignatureRefused(SignatureProblem.PRIVATE_KEY)
    if text.startswith(_OTHER_FORMATS):
        raise SignatureRefused(SignatureProblem.OTHER_FORMAT)


def _from_text(text: bytes) -> bytes:
    try:
        if pem.detect(text):
            label, _headers, der = pem.unarmor(text)
            if "PRIVATE KEY" in label:
                raise SignatureRefused(SignatureProblem.PRIVATE_KEY)
            return bytes(der)
        return b64decode(b"".join(text.split()), validate=True)
    except (ValueError, TypeError) as error:
        raise SignatureRefused(SignatureProblem.NOT_A_SIGNATURE) from error


def _refuse_private_key(der: bytes) -> None:
    """Know the files of keys by their first parts: people choose the wrong file.

    A key begins with its version, a number (PKCS #8, PKCS #12, RFC 5915); an encrypted one
    (PKCS #8, the Key-6.dat of ІІТ) with how it was encrypted, and then the octets.
    """
    try:
        whole = next(elements(der))
        first = tuple(part.tag for part in islice(elements(der, whole.body, whole.end), 2))
    except (NotDer, StopIteration):
        return
    is_key = first[:1] == (INTEGER,) and len(first) > 1 and first[1] != INTEGER
    if is_key or first == (SEQUENCE, OCTET_STRING):
        raise SignatureRefused(SignatureProblem.PRIVATE_KEY)


def _refuse_unless_der(der: bytes) -> None:
    """Trailing bytes and longer ways of writing are refused as not of the standard."""
    try:
        require_der(der)
    except NotDer as error:
        is_sequence = der[:1] == bytes([SEQUENCE]) and _holds_signed_data(der)
        problem = (
            SignatureProblem.NOT_STANDARD if is_sequence else SignatureProblem.NOT_A_SIGNATURE
        )
        raise SignatureRefused(problem) from error


def _holds_signed_data(der: bytes) -> bool:
    return bytes.fromhex("06092a864886f70d010702") in der[:32]  # the OID of signedData
