"""Issues X.509 certificates that look like those of a Ukrainian provider of trust services."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar

from asn1crypto import core
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.x509.oid import NameOID, ObjectIdentifier

from sandbox.signer.keys import PrivateKey, private_key

if TYPE_CHECKING:
    from collections.abc import Mapping

# reference/signature.md §4.1
DRFO = "1.2.804.2.1.1.1.11.1.4.1.1"
EDRPOU = "1.2.804.2.1.1.1.11.1.4.2.1"
_DIRECTORY_ATTRIBUTES = ObjectIdentifier("2.5.29.9")
# The sandbox's clock goes from 2000 to 2100, and the authority is always there.
_ALWAYS = (datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 12, 31, tzinfo=UTC))


class _Texts(core.SetOf):  # type: ignore[misc]  # asn1crypto has no types
    _child_spec = core.PrintableString


class _Attribute(core.Sequence):  # type: ignore[misc]  # as above
    _fields: ClassVar = [("type", core.ObjectIdentifier), ("values", _Texts)]


class DirectoryAttributes(core.SequenceOf):  # type: ignore[misc]  # as above
    _child_spec = _Attribute


@dataclass(frozen=True)
class Issuer:
    """An authority: what it signs certificates with."""

    key: PrivateKey
    certificate: x509.Certificate


def root(owner: str) -> Issuer:
    """A root that signs itself, like the ЦЗО."""
    key = private_key(owner)
    name = _authority_name("Вигаданий ЦЗО")
    builder = _begin(name, name, key, _ALWAYS)
    builder = _for_authority(builder, key, path_length=1)
    return Issuer(key, builder.sign(key, hashes.SHA256()))


def provider(owner: str, under: Issuer) -> Issuer:
    """An authority between the root and people, like a КНЕДП."""
    key = private_key(owner)
    name = _authority_name("Вигаданий КНЕДП «Пісочниця»")
    builder = _begin(name, under.certificate.subject, key, _ALWAYS)
    builder = _for_authority(builder, key, path_length=0)
    builder = _identified_issuer(builder, under)
    return Issuer(key, builder.sign(under.key, hashes.SHA256()))


def leaf(
    issuer: Issuer,
    key: PrivateKey,
    *,
    subject: x509.Name,
    codes: Mapping[str, str],
    valid: tuple[datetime, datetime],
) -> x509.Certificate:
    """A signer's certificate; `codes` are DRFO and EDRPOU by their OID."""
    usage = {"digital_signature": True, "content_commitment": True}
    builder = _begin(subject, issuer.certificate.subject, key, valid)
    builder = builder.add_extension(
        x509.BasicConstraints(ca=False, path_length=None), critical=True
    )
    builder = builder.add_extension(_key_usage(**usage), critical=True)
    builder = _identified_issuer(builder, issuer)
    if codes:
        attributes = DirectoryAttributes(
            [{"type": oid, "values": [code]} for oid, code in codes.items()]
        )
        extension = x509.UnrecognizedExtension(_DIRECTORY_ATTRIBUTES, attributes.dump())
        builder = builder.add_extension(extension, critical=False)
    return builder.sign(issuer.key, hashes.SHA256())


def name_of(parts: Mapping[ObjectIdentifier, str]) -> x509.Name:
    """A name of Ukraine with these parts."""
    given = {**parts, NameOID.COUNTRY_NAME: "UA"}
    return x509.Name([x509.NameAttribute(oid, value) for oid, value in given.items()])


def _authority_name(common_name: str) -> x509.Name:
    return name_of(
        {
            NameOID.ORGANIZATION_NAME: "Пісочниця, усе вигадано",
            NameOID.COMMON_NAME: common_name,
            NameOID.LOCALITY_NAME: "Київ",
        }
    )


def _begin(
    subject: x509.Name, issuer: x509.Name, key: PrivateKey, valid: tuple[datetime, datetime]
) -> x509.CertificateBuilder:
    # random serial numbers: some verifiers remember certificates by issuer and serial
    begins_at, ends_at = valid
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins_at)
        .not_valid_after(ends_at)
    )


def _for_authority(
    builder: x509.CertificateBuilder, key: PrivateKey, *, path_length: int
) -> x509.CertificateBuilder:
    constraints = x509.BasicConstraints(ca=True, path_length=path_length)
    identifier = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    return (
        builder.add_extension(constraints, critical=True)
        .add_extension(_key_usage(key_cert_sign=True, crl_sign=True), critical=True)
        .add_extension(identifier, critical=False)
    )


def _identified_issuer(
    builder: x509.CertificateBuilder, issuer: Issuer
) -> x509.CertificateBuilder:
    identifier = x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.key.public_key())
    return builder.add_extension(identifier, critical=False)


def _key_usage(**uses: bool) -> x509.KeyUsage:
    none = dict.fromkeys(
        (
            "digital_signature",
            "content_commitment",
            "key_encipherment",
            "data_encipherment",
            "key_agreement",
            "key_cert_sign",
            "crl_sign",
            "encipher_only",
            "decipher_only",
        ),
        False,
    )
    return x509.KeyUsage(**{**none, **uses})
