"""Containers that no ordinary program writes, and some that a few do."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from asn1crypto import cms, core
from cryptography import x509
from cryptography.x509.oid import NameOID

from bot.clients.signing.verifier import CmsVerifier
from bot.errors import SignatureProblem, SignatureRefused
from sandbox.signer.authority import Credential, trusted_provider
from sandbox.signer.cades import CadesSigner
from sandbox.signer.keys import private_key
from sandbox.signer.mistakes import Mistake
from tests.integration.signing.conftest import DOCUMENT
from tests.unit.signing.certificates import DRFO, certificate, read

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.integration.signing.conftest import Pen


async def test_a_signer_may_be_named_by_the_identifier_of_the_key(pen: Pen) -> None:
    identifier = x509.SubjectKeyIdentifier.from_public_key(private_key("of a test").public_key())
    container = await _signed_with(pen, extensions=(identifier,))
    signer = container["content"]["signer_infos"][0]
    signer["sid"] = cms.SignerIdentifier("subject_key_identifier", identifier.digest)
    signer["version"] = "v3"

    signed = await pen.verify(container.dump(force=True))

    assert signed.signer.tax_id == pen.person.tax_id


async def test_a_key_of_encryption_does_not_sign(pen: Pen) -> None:
    container = await _signed_with(pen, uses=("key_agreement",))

    assert await _problem(pen, container.dump()) is SignatureProblem.NOT_FOR_SIGNING


async def test_another_certificate_of_the_same_key_does_not_take_its_place(pen: Pen) -> None:
    """Same issuer and number, so that only the hash that was signed tells them apart."""
    number = x509.random_serial_number()
    container = await _signed_with(pen, serial_number=number)
    subject = {NameOID.SURNAME: "Підмінений"}
    other = certificate(codes=_codes(pen), serial_number=number, subject=subject)
    container["content"]["certificates"] = [cms.CertificateChoices("certificate", read(other))]
    without_roots = replace(pen, verifier=CmsVerifier(chain=None))

    problem = await _problem(without_roots, container.dump(force=True))

    assert problem is SignatureProblem.BROKEN


async def test_a_national_signature_does_not_pass_to_another_certificate(pen: Pen) -> None:
    """The hash of the certificate is ГОСТ's, so its issuer and number have to do."""
    theirs = cms.ContentInfo.load(await pen.sign(Mistake.DSTU, person=pen.somebody_else))
    mine = cms.ContentInfo.load(await pen.sign(Mistake.DSTU))
    theirs["content"]["certificates"] = mine["content"]["certificates"]
    theirs["content"]["signer_infos"][0]["sid"] = mine["content"]["signer_infos"][0]["sid"]

    assert await _problem(pen, theirs.dump(force=True)) is SignatureProblem.BROKEN


def _without_signed_attributes(signed: cms.SignedData) -> None:
    del signed["signer_infos"][0]["signed_attrs"]


def _without_signers(signed: cms.SignedData) -> None:
    signed["signer_infos"] = []


def _of_another_type(signed: cms.SignedData) -> None:
    signed["encap_content_info"] = {
        "content_type": "tst_info",
        "content": core.ParsableOctetString(DOCUMENT),
    }


def _with_certificates_twice(signed: cms.SignedData) -> None:
    for each in list(signed["certificates"]):
        signed["certificates"].append(each.copy())


def _with_a_crowd_of_certificates(signed: cms.SignedData) -> None:
    other = cms.CertificateChoices("certificate", read(certificate()))
    signed["certificates"] = [*signed["certificates"], *[other.copy() for _ in range(50)]]


def _with_attribute_missing(name: str) -> Callable[[cms.SignedData], None]:
    def change(signed: cms.SignedData) -> None:
        signer = signed["signer_infos"][0]
        kept = [each for each in signer["signed_attrs"] if each["type"].native != name]
        signer["signed_attrs"] = cms.CMSAttributes(kept)

    return change


def _with_an_attribute_twice(signed: cms.SignedData) -> None:
    signer = signed["signer_infos"][0]
    again = list(signer["signed_attrs"])
    encoded = sorted([*(each.dump() for each in again), again[0].dump()])
    signer["signed_attrs"] = cms.CMSAttributes(contents=b"".join(encoded))


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        pytest.param(
            _without_signed_attributes, SignatureProblem.NOT_STANDARD, id="nothing but a value"
        ),
        pytest.param(_without_signers, SignatureProblem.NOT_A_SIGNATURE, id="nobody"),
        pytest.param(_with_a_crowd_of_certificates, SignatureProblem.NOT_STANDARD, id="a crowd"),
        pytest.param(_of_another_type, SignatureProblem.NOT_STANDARD, id="of a timestamp"),
        pytest.param(_with_certificates_twice, SignatureProblem.NOT_STANDARD, id="twins"),
        pytest.param(
            _with_attribute_missing("message_digest"),
            SignatureProblem.NOT_STANDARD,
            id="no digest",
        ),
        pytest.param(
            _with_attribute_missing("content_type"), SignatureProblem.NOT_STANDARD, id="no type"
        ),
        pytest.param(
            _with_attribute_missing("signing_certificate_v2"),
            SignatureProblem.NOT_STANDARD,
            id="no certificate named",
        ),
        pytest.param(
            _with_attribute_missing("signing_time"), SignatureProblem.BROKEN, id="time taken out"
        ),
        pytest.param(
            _with_an_attribute_twice, SignatureProblem.NOT_STANDARD, id="an attribute twice"
        ),
    ],
)
async def test_what_lacks_a_part_or_has_too_many_is_refused(
    pen: Pen, change: Callable[[cms.SignedData], None], problem: SignatureProblem
) -> None:
    container = cms.ContentInfo.load(await pen.sign())
    change(container["content"])

    assert await _problem(pen, container.dump(force=True)) is problem


async def test_a_digest_with_parameters_is_not_by_the_rules(pen: Pen) -> None:
    """NULL or nothing (RFC 5754); no signature covers the naming of its own algorithm."""
    named = bytes.fromhex("0609608648016503040201")  # SHA-256
    before, after = (await pen.sign()).rsplit(named + b"\x05\x00", 1)

    problem = await _problem(pen, before + named + b"\x04\x00" + after)

    assert problem is SignatureProblem.NOT_STANDARD


async def test_a_certificate_alone_is_no_signature(pen: Pen) -> None:
    assert await _problem(pen, read(certificate()).dump()) is SignatureProblem.NOT_A_SIGNATURE


async def _signed_with(pen: Pen, **changes: Any) -> cms.ContentInfo:
    """The document, signed with a certificate of one's own making."""
    issued = certificate(codes=_codes(pen), **changes)
    between = (trusted_provider().certificate,)
    credential = Credential(private_key("of a test"), issued, between)
    return await CadesSigner(credential, digest="sha256").container(
        hashlib.sha256(DOCUMENT).digest(), content=DOCUMENT, signed_at=pen.clock.now()
    )


def _codes(pen: Pen) -> dict[str, str]:
    return {DRFO: pen.person.tax_id or ""}


async def _problem(pen: Pen, container: bytes) -> SignatureProblem:
    with pytest.raises(SignatureRefused) as refused:
        await pen.verify(container)
    return refused.value.problem
