"""Whom a certificate names, and by what: the parts of its name and the codes in it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from cryptography.x509.oid import NameOID

from sandbox.signer.certificates import DRFO, EDRPOU

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cryptography.x509.oid import ObjectIdentifier

    from sandbox.esoz.names import FullName
    from sandbox.esoz.person import Person

_LONGEST_NAME_BYTES = 64
_EDRPOU = "00000000"  # of no company


class CertificateKind(StrEnum):
    """What a person signs with; only the first three are a patient's own valid signature."""

    ECDSA = "ecdsa"
    RSA = "rsa"
    DSTU = "dstu"  # ДСТУ 4145 by its looks: see dstu_look
    STAMP = "stamp"
    EXPIRED = "expired"
    UNKNOWN_AUTHORITY = "unknown_authority"
    NO_IDENTITY = "no_identity"


def codes_of(drfo: str, kind: CertificateKind) -> dict[str, str]:
    if kind is CertificateKind.NO_IDENTITY:
        return {}
    return {DRFO: drfo, EDRPOU: _EDRPOU} if kind is CertificateKind.STAMP else {DRFO: drfo}


def subject_of(person: Person, drfo: str, kind: CertificateKind) -> Mapping[ObjectIdentifier, str]:
    """The parts of the name as КНЕДП write them; a stamp bears the company's name."""
    name = person.name
    given = " ".join(part for part in (name.first, name.second) if part)
    if kind is CertificateKind.STAMP:
        return {
            NameOID.ORGANIZATION_NAME: "Вигадана лікарня",
            NameOID.COMMON_NAME: "Печатка вигаданої лікарні",
            NameOID.SERIAL_NUMBER: f"NTRUA-{_EDRPOU}",
        }
    parts = {
        NameOID.COMMON_NAME: _short(name),
        NameOID.SURNAME: name.last,
        NameOID.GIVEN_NAME: given,
    }
    if kind is not CertificateKind.NO_IDENTITY:
        parts[NameOID.SERIAL_NUMBER] = f"{_kind_of_number(person)}-{drfo}"
    return parts


def _short(name: FullName) -> str:
    """Without the patronymic where `cryptography` would find the whole name too long."""
    whole = str(name)
    return whole if len(whole.encode()) <= _LONGEST_NAME_BYTES else f"{name.last} {name.first}"


def _kind_of_number(person: Person) -> str:
    """Prefixes of ETSI EN 319 412-1; TINUA is what Ukrainian certificates bear."""
    if person.tax_id:
        return "TINUA"
    return "PASUA" if "PASSPORT" in person.documents else "IDCUA"
