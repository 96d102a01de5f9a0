"""Whom a certificate names: РНОКПП or document, name, and whether it is a company's.

Sources: reference/signature.md §0.7 (forms of the number), §4.1 (OIDs); esoz.md §4.9 (letters).
The OID of a stamp's use, 1.2.804.2.1.1.1.3.9, is read in several open clients of ІІТ's library.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from asn1crypto import core

from bot.domain.signing.signature import Signer
from bot.errors import SignatureProblem, SignatureRefused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from asn1crypto import x509

_DIRECTORY_ATTRIBUTES, _EXTENDED_KEY_USAGE = "2.5.29.9", "2.5.29.37"
_DRFO, _EDRPOU = "1.2.804.2.1.1.1.11.1.4.1.1", "1.2.804.2.1.1.1.11.1.4.2.1"
_STAMP_USE = "1.2.804.2.1.1.1.3.9"
_SURNAME, _GIVEN_NAME = "2.5.4.4", "2.5.4.42"
_ORGANIZATION, _MOST_SIGNS = "2.5.4.10", 100
_SERIAL_NUMBER, _ORGANIZATION_IDENTIFIER = "2.5.4.5", "2.5.4.97"
# A person by tax number and a company by register number (ETSI EN 319 412-1 §5.1).
_PERSON, _COMPANY = "TINUA-", "NTRUA-"
_TAX_ID, _ID_CARD = re.compile(r"[0-9]{10}"), re.compile(r"[0-9]{9}")
_PASSPORT = re.compile(r"((?![ЫЪЭЁ])[А-ЯҐЇІЄ]){2}[0-9]{6}")
_FROM_LATIN = str.maketrans("ABCEHIKMOPTX", "АВСЕНІКМОРТХ")


class _Attribute(core.Sequence):  # type: ignore[misc]  # asn1crypto has no types
    _fields: ClassVar = [
        ("type", core.ObjectIdentifier),
        ("values", core.SetOf, {"spec": core.Any}),
    ]


class _Attributes(core.SequenceOf):  # type: ignore[misc]  # as above
    _child_spec = _Attribute


def read_signer(certificate: x509.Certificate) -> Signer:
    """Raises SignatureRefused, STAMP for a company and NO_IDENTITY where nobody is named."""
    names = dict(_names(certificate.subject))
    numbers = dict(_numbers(certificate))
    person, company = numbers.get(_DRFO), numbers.get(_EDRPOU)
    is_company = company is not None and company != person  # an entrepreneur's are the same
    if is_company or _is_stamp(certificate) or _is_named_as_company(names):
        raise SignatureRefused(SignatureProblem.STAMP)
    tax_id, document = _sorted_out(_one_number(person, names.get(_SERIAL_NUMBER, "")))
    return Signer(
        tax_id=tax_id,
        document=document,
        surname=names.get(_SURNAME, ""),
        given_name=names.get(_GIVEN_NAME, ""),
        is_stamp=False,
    )


def authority_name(certificate: x509.Certificate) -> str:
    """Return the organisation that issued it: never the person of a certificate of their own."""
    if certificate.issuer == certificate.subject:
        return ""
    return dict(_names(certificate.issuer)).get(_ORGANIZATION, "")[:_MOST_SIGNS]


def _names(name: x509.Name) -> Iterator[tuple[str, str]]:
    for relative in name.chosen:
        for part in relative:
            yield part["type"].dotted, str(part["value"].native)


def _numbers(certificate: x509.Certificate) -> Iterator[tuple[str, str]]:
    encoded = _extension(certificate, _DIRECTORY_ATTRIBUTES)
    if encoded is None:
        return
    for attribute in _Attributes.load(encoded, strict=True):
        oid = attribute["type"].dotted
        if oid in {_DRFO, _EDRPOU}:
            (value,) = attribute["values"]
            yield oid, str(value.parse().native).strip()


def _is_stamp(certificate: x509.Certificate) -> bool:
    encoded = _extension(certificate, _EXTENDED_KEY_USAGE)
    if encoded is None:
        return False
    uses = core.SequenceOf.load(encoded, strict=True, spec=core.ObjectIdentifier)
    return any(use.dotted == _STAMP_USE for use in uses)


def _is_named_as_company(names: dict[str, str]) -> bool:
    identifiers = (names.get(oid, "") for oid in (_SERIAL_NUMBER, _ORGANIZATION_IDENTIFIER))
    return any(each.startswith(_COMPANY) for each in identifiers)


def _one_number(drfo: str | None, serial_number: str) -> str:
    """DRFO, or without it what follows TINUA-; two that differ name nobody."""
    fallback = None
    if serial_number.startswith(_PERSON):
        fallback = serial_number.removeprefix(_PERSON).strip()
    numbers = {_spelt_back(number) for number in (drfo, fallback) if number}
    if len(numbers) != 1:
        raise SignatureRefused(SignatureProblem.NO_IDENTITY)
    return numbers.pop()


def _sorted_out(number: str) -> tuple[str | None, str | None]:
    """РНОКПП and document: ten digits are the first, nine or a passport's form the second."""
    if _TAX_ID.fullmatch(number):
        return number, None
    if _ID_CARD.fullmatch(number) or _PASSPORT.fullmatch(number):
        return None, number
    raise SignatureRefused(SignatureProblem.NO_IDENTITY)


def _spelt_back(number: str) -> str:
    """A passport's series stands in certificates in Latin letters that look alike."""
    return number.upper().translate(_FROM_LATIN)


def _extension(certificate: x509.Certificate, oid: str) -> bytes | None:
    """What the extension holds, in DER; None when the certificate has none such."""
    extensions = certificate["tbs_certificate"]["extensions"]
    for extension in () if isinstance(extensions, core.Void) else extensions:
        if extension["extn_id"].dotted == oid:
            return bytes(extension["extn_value"].contents)
    return None
