"""Whom a certificate names, and which certificates name nobody who may sign here."""

from __future__ import annotations

import pytest
from cryptography import x509
from cryptography.x509.oid import NameOID

from bot.clients.signing.identity import read_signer
from bot.clients.signing.validity import require_for_signing
from bot.domain.signing.signature import ExpectedSigner, Signer
from bot.errors import SignatureProblem, SignatureRefused
from tests.unit.signing.certificates import (
    DRFO,
    EDRPOU,
    ORGANIZATION_IDENTIFIER,
    STAMP_USE,
    certificate,
    read,
)

TAX_ID = "3141592652"


@pytest.mark.parametrize(
    ("number", "tax_id", "document"),
    [
        pytest.param(TAX_ID, TAX_ID, None, id="РНОКПП"),
        pytest.param("123456789", None, "123456789", id="ID card"),
        pytest.param("MT123456", None, "МТ123456", id="passport in Latin letters"),
        pytest.param("cb654321", None, "СВ654321", id="passport in small letters"),
        pytest.param("ЇЄ123456", None, "ЇЄ123456", id="passport in Cyrillic letters"),
    ],
)
def test_a_person_is_named_by_one_number(
    number: str, tax_id: str | None, document: str | None
) -> None:
    signer = read_signer(read(certificate(codes={DRFO: number})))

    assert (signer.tax_id, signer.document) == (tax_id, document)


@pytest.mark.parametrize(
    "number",
    [
        pytest.param("31415926", id="eight digits"),
        pytest.param("٣١٤١٥٩٢٦٥٢", id="digits of another script"),
        pytest.param("ЫЪ123456", id="letters that no series has"),
        pytest.param("QW123456", id="letters without a twin"),
        pytest.param("ABC123456", id="three letters"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_no_number_of_a_person_names_nobody(number: str) -> None:
    with pytest.raises(SignatureRefused) as refused:
        read_signer(read(certificate(codes={DRFO: number})))

    assert refused.value.problem is SignatureProblem.NO_IDENTITY


def test_names_are_read_as_they_stand() -> None:
    subject = {NameOID.SURNAME: "Лелека-Бук", NameOID.GIVEN_NAME: "Марія Іванівна"}

    signer = read_signer(read(certificate(codes={DRFO: TAX_ID}, subject=subject)))

    assert (signer.surname, signer.given_name) == ("Лелека-Бук", "Марія Іванівна")


def test_the_serial_number_of_the_subject_names_a_person_too() -> None:
    signer = read_signer(read(certificate(subject={NameOID.SERIAL_NUMBER: f"TINUA-{TAX_ID}"})))

    assert signer.tax_id == TAX_ID


def test_two_numbers_that_differ_name_nobody() -> None:
    subject = {NameOID.SERIAL_NUMBER: "TINUA-2718281828"}

    with pytest.raises(SignatureRefused) as refused:
        read_signer(read(certificate(codes={DRFO: TAX_ID}, subject=subject)))

    assert refused.value.problem is SignatureProblem.NO_IDENTITY


@pytest.mark.parametrize(
    "company",
    [
        pytest.param(certificate(codes={DRFO: TAX_ID, EDRPOU: "00000000"}), id="ЄДРПОУ"),
        pytest.param(certificate(codes={EDRPOU: "00000000"}), id="ЄДРПОУ alone"),
        pytest.param(
            certificate(codes={DRFO: TAX_ID}, extensions=(x509.ExtendedKeyUsage([STAMP_USE]),)),
            id="use as a stamp",
        ),
        pytest.param(
            certificate(codes={DRFO: TAX_ID}, subject={ORGANIZATION_IDENTIFIER: "NTRUA-00000000"}),
            id="employee",
        ),
    ],
)
def test_a_certificate_of_a_company_is_refused(company: x509.Certificate) -> None:
    with pytest.raises(SignatureRefused) as refused:
        read_signer(read(company))

    assert refused.value.problem is SignatureProblem.STAMP


def test_an_entrepreneur_whose_codes_are_the_same_is_a_person() -> None:
    signer = read_signer(read(certificate(codes={DRFO: TAX_ID, EDRPOU: TAX_ID})))

    assert signer.tax_id == TAX_ID


@pytest.mark.parametrize(
    "useless",
    [
        pytest.param(certificate(uses=("key_agreement",)), id="for encryption"),
        pytest.param(certificate(uses=None), id="for nothing in particular"),
        pytest.param(certificate(is_authority=True), id="of an authority"),
    ],
)
def test_a_key_that_is_not_for_signing_is_refused(useless: x509.Certificate) -> None:
    with pytest.raises(SignatureRefused) as refused:
        require_for_signing(read(useless))

    assert refused.value.problem is SignatureProblem.NOT_FOR_SIGNING


@pytest.mark.parametrize(
    ("expected", "is_the_one"),
    [
        pytest.param(ExpectedSigner(TAX_ID, None), True, id="same РНОКПП"),
        pytest.param(ExpectedSigner("2718281828", None), False, id="another РНОКПП"),
        pytest.param(ExpectedSigner(None, "МТ123456"), False, id="only a document is known"),
        pytest.param(ExpectedSigner(None, None), False, id="nothing is known"),
        pytest.param(ExpectedSigner("", ""), False, id="empty"),
    ],
)
def test_the_signer_must_be_the_person(expected: ExpectedSigner, is_the_one: bool) -> None:
    signer = Signer(TAX_ID, None, "Лелека", "Марія", is_stamp=False)

    assert expected.is_the_one(signer) is is_the_one


def test_a_document_is_compared_without_spaces_and_case() -> None:
    signer = Signer(None, "МТ123456", "Лелека", "Марія", is_stamp=False)

    assert ExpectedSigner(None, "мт 123456").is_the_one(signer)


def test_nothing_personal_is_printed_by_accident() -> None:
    signer = Signer(TAX_ID, "МТ123456", "Лелека", "Марія", is_stamp=False)
    printed = repr(signer) + repr(ExpectedSigner(TAX_ID, "МТ123456"))

    assert not any(told in printed for told in (TAX_ID, "МТ123456", "Лелека", "Марія"))
