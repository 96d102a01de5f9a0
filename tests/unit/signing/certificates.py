"""Certificates with whatever a test wants in them, signed by the sandbox's provider."""

from __future__ import annotations

from datetime import UTC, datetime

from asn1crypto import core
from asn1crypto import x509 as asn1_x509
from asn1crypto.parser import emit
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID, ObjectIdentifier

from sandbox.signer.authority import trusted_provider
from sandbox.signer.keys import PrivateKey, private_key

DRFO, EDRPOU = "1.2.804.2.1.1.1.11.1.4.1.1", "1.2.804.2.1.1.1.11.1.4.2.1"
ORGANIZATION_IDENTIFIER = ObjectIdentifier("2.5.4.97")
STAMP_USE = ObjectIdentifier("1.2.804.2.1.1.1.3.9")
USES = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
    "encipher_only",
    "decipher_only",
)
_VALID = (datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC))

Parts = dict[ObjectIdentifier, str]


def certificate(
    *,
    codes: dict[str, str] | None = None,
    subject: Parts | None = None,
    uses: tuple[str, ...] | None = ("digital_signature",),
    extensions: tuple[x509.ExtensionType, ...] = (),
    is_authority: bool = False,
    key: PrivateKey | None = None,
    serial_number: int | None = None,
) -> x509.Certificate:
    """A certificate of a key that belongs to nobody in particular."""
    issuer = trusted_provider()
    key = key or private_key("of a test")
    names = [x509.NameAttribute(oid, text) for oid, text in (subject or {}).items()]
    builder = (
        x509.CertificateBuilder()
        .subject_name(x509.Name(names or [x509.NameAttribute(NameOID.COUNTRY_NAME, "UA")]))
        .issuer_name(issuer.certificate.subject)
        .public_key(key.public_key())
        .serial_number(serial_number or x509.random_serial_number())
        .not_valid_before(_VALID[0])
        .not_valid_after(_VALID[1])
        .add_extension(x509.BasicConstraints(is_authority, None), critical=True)
    )
    if uses is not None:
        usage = x509.KeyUsage(**{use: use in uses for use in USES})
        builder = builder.add_extension(usage, critical=True)
    for extension in (*extensions, *([directory_attributes(codes)] if codes else [])):
        builder = builder.add_extension(extension, critical=False)
    return builder.sign(issuer.key, hashes.SHA256())


def directory_attributes(codes: dict[str, str]) -> x509.UnrecognizedExtension:
    attributes = b"".join(_attribute(oid, code) for oid, code in codes.items())
    return x509.UnrecognizedExtension(ObjectIdentifier("2.5.29.9"), _sequence(attributes))


def read(given: x509.Certificate) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(given.public_bytes(Encoding.DER))


def with_key_info(given: x509.Certificate, key_info: bytes) -> asn1_x509.Certificate:
    """The certificate with another key in it; its own signature is no longer right."""
    whole = read(given)
    body = whole["tbs_certificate"]
    old = body["subject_public_key_info"].dump()
    parts = _sequence(body.contents.replace(old, key_info))
    parts += whole["signature_algorithm"].dump() + whole["signature_value"].dump()
    return asn1_x509.Certificate.load(_sequence(parts))


def _attribute(oid: str, code: str) -> bytes:
    value = core.PrintableString(code).dump() if code.isascii() else core.UTF8String(code).dump()
    return _sequence(core.ObjectIdentifier(oid).dump() + bytes(emit(0, 1, 17, value)))


def _sequence(contents: bytes) -> bytes:
    return bytes(emit(0, 1, 16, contents))
