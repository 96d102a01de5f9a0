"""The test authority's certificates name people as Ukrainian ones do."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID

from sandbox.signer.authority import Authority, CannotSign, CertificateKind
from sandbox.signer.certificates import DRFO, EDRPOU, DirectoryAttributes
from sandbox.signer.identity import document_number, drfo_of

if TYPE_CHECKING:
    from sandbox.clock import SandboxClock
    from sandbox.esoz.person import Person

_DIRECTORY_ATTRIBUTES = x509.ObjectIdentifier("2.5.29.9")


def codes(certificate: x509.Certificate) -> dict[str, str]:
    for extension in certificate.extensions:
        if extension.oid == _DIRECTORY_ATTRIBUTES:
            value = extension.value
            assert isinstance(value, x509.UnrecognizedExtension)
            attributes = DirectoryAttributes.load(value.value, strict=True)
            return {one["type"].dotted: one["values"][0].native for one in attributes}
    return {}


def part(certificate: x509.Certificate, oid: x509.ObjectIdentifier) -> str:
    (found,) = certificate.subject.get_attributes_for_oid(oid)
    return str(found.value)


def test_person_is_named_by_tax_number_surname_and_given_names(
    authority: Authority, person: Person
) -> None:
    certificate = authority.certificate(person).certificate
    assert codes(certificate) == {DRFO: person.tax_id}
    assert part(certificate, NameOID.SERIAL_NUMBER) == f"TINUA-{person.tax_id}"
    assert part(certificate, NameOID.SURNAME) == person.name.last
    assert part(certificate, NameOID.GIVEN_NAME) == f"{person.name.first} {person.name.second}"


def test_chain_leads_to_the_root_that_verifiers_are_given(
    authority: Authority, person: Person
) -> None:
    root = x509.load_pem_x509_certificate(authority.root_pem())
    credential = authority.certificate(person)
    (provider,) = credential.between
    credential.certificate.verify_directly_issued_by(provider)
    provider.verify_directly_issued_by(root)


def test_forger_s_certificate_differs_in_nothing_but_its_issuer_s_key(
    authority: Authority, person: Person
) -> None:
    honest = authority.certificate(person)
    forged = authority.certificate(person, CertificateKind.UNKNOWN_AUTHORITY)
    assert forged.certificate.issuer == honest.certificate.issuer
    with pytest.raises(InvalidSignature):
        forged.certificate.verify_directly_issued_by(honest.between[0])


def test_stamp_bears_the_company_s_code(authority: Authority, person: Person) -> None:
    assert EDRPOU in codes(authority.certificate(person, CertificateKind.STAMP).certificate)


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        pytest.param(CertificateKind.ECDSA, ec.EllipticCurvePublicKey, id="ecdsa"),
        pytest.param(CertificateKind.RSA, rsa.RSAPublicKey, id="rsa"),
    ],
)
def test_key_is_of_the_kind_that_was_asked_for(
    authority: Authority, person: Person, kind: CertificateKind, key: type
) -> None:
    assert isinstance(authority.certificate(person, kind).certificate.public_key(), key)


def test_person_without_tax_number_is_named_by_passport_in_latin_letters(
    authority: Authority, special: dict[str, Person]
) -> None:
    person = special["no_tax_id"]
    number = document_number(person)
    drfo = drfo_of(person)
    assert number
    assert drfo
    assert drfo.isascii()
    assert number[2:] == drfo[2:]
    assert not number[:2].isascii()
    assert codes(authority.certificate(person).certificate) == {DRFO: drfo}


def test_newborn_has_nothing_to_sign_with(
    authority: Authority, special: dict[str, Person]
) -> None:
    with pytest.raises(CannotSign):
        authority.certificate(special["newborn"])


async def test_certificate_is_kept_until_it_expires_and_then_renewed(
    authority: Authority, person: Person, clock: SandboxClock
) -> None:
    first = authority.certificate(person)
    assert authority.certificate(person) is first
    await clock.advance(timedelta(days=800).total_seconds())
    second = authority.certificate(person).certificate
    assert first.certificate.not_valid_after_utc < clock.now() < second.not_valid_after_utc


def test_expired_one_is_expired_today(
    authority: Authority, person: Person, clock: SandboxClock
) -> None:
    expired = authority.certificate(person, CertificateKind.EXPIRED).certificate
    assert expired.not_valid_after_utc < clock.now()
