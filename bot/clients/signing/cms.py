"""Reads a CMS signature strictly: one signer, their certificate, what was signed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from asn1crypto import cms, core, x509

from bot.errors import SignatureProblem, SignatureRefused

if TYPE_CHECKING:
    from collections.abc import Iterator

_DATA = "1.2.840.113549.1.7.1"
_SIGNED_DATA = "1.2.840.113549.1.7.2"
_CONTENT_TYPE = "1.2.840.113549.1.9.3"
_MESSAGE_DIGEST = "1.2.840.113549.1.9.4"
SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47"

_MOST_CERTIFICATES = 50
"""The signer's, their authorities', and those of timestamps come to ten or so."""


@dataclass(frozen=True, slots=True)
class Cms:
    """A signature taken apart; `content` is None where the document is kept apart from it."""

    der: bytes = field(repr=False)
    signer_info: cms.SignerInfo = field(repr=False)
    certificate: x509.Certificate = field(repr=False)
    further_certificates: tuple[x509.Certificate, ...] = field(repr=False)
    content: bytes | None = field(repr=False)
    message_digest: bytes
    signing_certificate: bytes = field(repr=False)

    @property
    def digest_oid(self) -> str:
        return str(self.signer_info["digest_algorithm"]["algorithm"].dotted)

    @property
    def signature_oid(self) -> str:
        return str(self.signer_info["signature_algorithm"]["algorithm"].dotted)

    @property
    def parameters(self) -> tuple[bytes, bytes]:
        """Of the algorithms of digest and signature, in DER."""
        digest, signature = (
            self.signer_info[f"{name}_algorithm"]["parameters"].dump()
            for name in ("digest", "signature")
        )
        return bytes(digest), bytes(signature)

    @property
    def signature(self) -> bytes:
        return bytes(self.signer_info["signature"].native)


def read_cms(der: bytes) -> Cms:
    """Take `der` apart, which must be DER already; raises SignatureRefused."""
    signed_data = _signed_data(der)
    signer_info = _only_signer(signed_data)
    certificates = tuple(_certificates(signed_data))
    certificate = _certificate_of(signer_info, certificates)
    attributes = _signed_attributes(signer_info)
    return Cms(
        der=der,
        signer_info=signer_info,
        certificate=certificate,
        further_certificates=tuple(each for each in certificates if each is not certificate),
        content=_content(signed_data),
        message_digest=_message_digest(attributes),
        signing_certificate=_required(attributes, SIGNING_CERTIFICATE_V2),
    )


def _signed_data(der: bytes) -> cms.SignedData:
    info = cms.ContentInfo.load(der, strict=True)
    if info["content_type"].dotted != _SIGNED_DATA:
        raise SignatureRefused(SignatureProblem.NOT_A_SIGNATURE)
    return info["content"]


def _only_signer(signed_data: cms.SignedData) -> cms.SignerInfo:
    signer_infos = signed_data["signer_infos"]
    if len(signer_infos) == 0:
        raise SignatureRefused(SignatureProblem.NOT_A_SIGNATURE)
    if len(signer_infos) > 1:
        raise SignatureRefused(SignatureProblem.SEVERAL_SIGNATURES)
    return signer_infos[0]


def _content(signed_data: cms.SignedData) -> bytes | None:
    encapsulated = signed_data["encap_content_info"]
    if encapsulated["content_type"].dotted != _DATA:
        raise SignatureRefused(SignatureProblem.NOT_STANDARD)
    content = encapsulated["content"]
    return None if isinstance(content, core.Void) else bytes(content)


def _certificates(signed_data: cms.SignedData) -> Iterator[x509.Certificate]:
    """Each is read anew from its bytes, so that nothing that is done to it reaches the whole."""
    given = signed_data["certificates"]
    if not isinstance(given, core.Void) and len(given) > _MOST_CERTIFICATES:
        raise SignatureRefused(SignatureProblem.NOT_STANDARD)
    for choice in () if isinstance(given, core.Void) else given:
        if choice.name == "certificate":
            yield x509.Certificate.load(choice.chosen.dump(), strict=True)


def _certificate_of(
    signer_info: cms.SignerInfo, certificates: tuple[x509.Certificate, ...]
) -> x509.Certificate:
    matching = [each for each in certificates if _is_named(signer_info["sid"], each)]
    if not matching:
        raise SignatureRefused(SignatureProblem.NO_CERTIFICATE)
    if len(matching) > 1:
        raise SignatureRefused(SignatureProblem.NOT_STANDARD)
    return matching[0]


def _is_named(identifier: cms.SignerIdentifier, certificate: x509.Certificate) -> bool:
    named = identifier.chosen
    if identifier.name == "subject_key_identifier":
        return bool(named.native == certificate.key_identifier)
    is_same_number = named["serial_number"].native == certificate.serial_number
    return is_same_number and bool(named["issuer"] == certificate.issuer)


def _signed_attributes(signer_info: cms.SignerInfo) -> dict[str, bytes]:
    """The values of what was signed, by type; each type once, with one value, in DER's order."""
    given = signer_info["signed_attrs"]
    if isinstance(given, core.Void):
        raise SignatureRefused(SignatureProblem.NOT_STANDARD)
    encoded = [attribute.dump() for attribute in given]
    values = {attribute["type"].dotted: attribute["values"] for attribute in given}
    is_simple = len(values) == len(encoded) and all(len(each) == 1 for each in values.values())
    if encoded != sorted(encoded) or not is_simple:
        raise SignatureRefused(SignatureProblem.NOT_STANDARD)
    if _required_value(values, _CONTENT_TYPE).dotted != _DATA:
        raise SignatureRefused(SignatureProblem.NOT_STANDARD)
    return {oid: each[0].dump() for oid, each in values.items()}


def _required_value(values: dict[str, core.SetOf], oid: str) -> core.ObjectIdentifier:
    if oid not in values:
        raise SignatureRefused(SignatureProblem.NOT_STANDARD)
    return core.ObjectIdentifier.load(values[oid][0].dump(), strict=True)


def _required(attributes: dict[str, bytes], oid: str) -> bytes:
    if oid not in attributes:
        raise SignatureRefused(SignatureProblem.NOT_STANDARD)
    return attributes[oid]


def _message_digest(attributes: dict[str, bytes]) -> bytes:
    value = _required(attributes, _MESSAGE_DIGEST)
    return bytes(core.OctetString.load(value, strict=True).native)
