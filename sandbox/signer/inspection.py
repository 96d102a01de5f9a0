"""Reads a signature as the invented ЕСОЗ does: who signed what, and whether it holds.

Written apart from the bot's own check on purpose: two readers who agree.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from asn1crypto import cms
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.x509.oid import NameOID, ObjectIdentifier
from pyhanko.sign.general import find_unique_cms_attribute
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import validate_sig_integrity

from sandbox.signer.authority import trusted_provider
from sandbox.signer.certificates import DRFO, EDRPOU, DirectoryAttributes
from sandbox.signer.dstu_look import DSTU4145, is_dstu_look_valid

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

_DIRECTORY_ATTRIBUTES = ObjectIdentifier("2.5.29.9")
_TAX_NUMBER = "TINUA-"


class NotASignature(ValueError):
    """The bytes are no CMS SignedData in DER, or lack a signer's certificate."""


@dataclass(frozen=True)
class InspectedSigner:
    """One signer, as the certificate names them; `drfo` is РНОКПП or a document's number.

    `is_valid`: the signature holds, and the certificate, of the sandbox's own authority, was
    current when it was signed.
    """

    drfo: str | None
    surname: str
    given_name: str
    is_stamp: bool
    signed_at: datetime | None
    is_valid: bool


@dataclass(frozen=True)
class Inspected:
    """What stands in a container; `content` is b"" in a detached one, which is never valid."""

    content: bytes
    signers: tuple[InspectedSigner, ...]

    @property
    def is_valid(self) -> bool:
        return bool(self.signers) and all(signer.is_valid for signer in self.signers)


def inspect(container: bytes, content: bytes | None = None) -> Inspected:
    """Read a container in DER; give `content` for a detached one.

    Raises NotASignature.
    """
    try:
        signed = _signed_data(container)
        inside = signed["encap_content_info"]["content"].native
        document = content if inside is None else inside
        signers = tuple(
            _inspected(signer, _certificate_of(signer, signed), document)
            for signer in signed["signer_infos"]
        )
    except (ValueError, TypeError, KeyError) as error:
        raise NotASignature from error
    return Inspected(inside or b"", signers)


def _signed_data(container: bytes) -> cms.SignedData:
    info = cms.ContentInfo.load(container, strict=True)
    if info["content_type"].native != "signed_data":
        raise NotASignature
    return info["content"]


def _certificate_of(signer: cms.SignerInfo, signed: cms.SignedData) -> asn1_x509.Certificate:
    wanted = signer["sid"].chosen
    for choice in signed["certificates"]:
        one = choice.chosen
        if one.serial_number == wanted["serial_number"].native and one.issuer == wanted["issuer"]:
            return one
    raise NotASignature


def _inspected(
    signer: cms.SignerInfo, certificate: asn1_x509.Certificate, document: bytes | None
) -> InspectedSigner:
    seen = x509.load_der_x509_certificate(certificate.dump())
    codes = dict(_codes(seen))
    signed_at = find_unique_cms_attribute(signer["signed_attrs"], "signing_time").native
    is_current = seen.not_valid_before_utc <= signed_at <= seen.not_valid_after_utc
    holds = document is not None and _holds(signer, certificate, document)
    return InspectedSigner(
        drfo=codes.get(DRFO) or _tax_number(seen),
        surname=_part(seen, NameOID.SURNAME),
        given_name=_part(seen, NameOID.GIVEN_NAME),
        is_stamp=EDRPOU in codes,
        signed_at=signed_at,
        is_valid=holds and is_current and _is_issued_here(seen),
    )


def _holds(signer: cms.SignerInfo, certificate: asn1_x509.Certificate, document: bytes) -> bool:
    digest = hashlib.sha256(document).digest()
    attributes = signer["signed_attrs"].untag()
    if attributes.contents != _in_der_order(attributes):
        return False
    if signer["signature_algorithm"]["algorithm"].dotted == DSTU4145:
        stated = find_unique_cms_attribute(attributes, "message_digest").native
        key_info = certificate["tbs_certificate"]["subject_public_key_info"].dump()
        signature = signer["signature"].native
        return stated == digest and is_dstu_look_valid(key_info, signature, attributes.dump())
    if signer["digest_algorithm"]["algorithm"].native != "sha256":
        return False
    try:
        is_intact, is_valid = validate_sig_integrity(signer, certificate, "data", digest)
    except SignatureValidationError:
        return False
    return is_intact and is_valid


def _in_der_order(attributes: cms.CMSAttributes) -> bytes:
    return b"".join(sorted(one.dump() for one in attributes))


def _is_issued_here(certificate: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(trusted_provider().certificate)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def _codes(certificate: x509.Certificate) -> Iterator[tuple[str, str]]:
    for extension in certificate.extensions:
        if extension.oid == _DIRECTORY_ATTRIBUTES:
            value: Any = extension.value
            for attribute in DirectoryAttributes.load(value.value):
                yield attribute["type"].dotted, attribute["values"][0].native


def _tax_number(certificate: x509.Certificate) -> str | None:
    number = _part(certificate, NameOID.SERIAL_NUMBER)
    return number.removeprefix(_TAX_NUMBER) if number.startswith(_TAX_NUMBER) else None


def _part(certificate: x509.Certificate, oid: ObjectIdentifier) -> str:
    found = certificate.subject.get_attributes_for_oid(oid)
    return str(found[0].value) if found else ""
