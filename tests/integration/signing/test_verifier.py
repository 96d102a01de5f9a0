"""Signatures of invented people before the verifier: what passes, and why the rest does not."""

from __future__ import annotations

import asyncio
from base64 import b64encode
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from asn1crypto import cms, pem
from asn1crypto import x509 as asn1_x509
from structlog.testing import capture_logs

from bot.clients.signing.audit import AuditedVerifier
from bot.clients.signing.chain import Chain
from bot.clients.signing.roots import UnreadableRoots, read_roots
from bot.clients.signing.verifier import CmsVerifier
from bot.domain.signing.signature import ExpectedSigner
from bot.errors import SignatureProblem, SignatureRefused
from sandbox.esoz.people import invent_people
from sandbox.signer.authority import trusted_provider, trusted_root
from sandbox.signer.identity import document_number
from sandbox.signer.inspection import inspect
from sandbox.signer.mistakes import Mistake
from tests.integration.signing.conftest import DOCUMENT
from tests.unit.signing.certificates import certificate, read

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.domain.signing.signature import Signed
    from tests.integration.signing.conftest import Pen

ATTACHED_OR_NOT = pytest.mark.parametrize("detached", [False, True], ids=["attached", "detached"])


@ATTACHED_OR_NOT
@pytest.mark.parametrize("kind", [Mistake.NONE, Mistake.RSA], ids=["ecdsa", "rsa"])
async def test_a_right_signature_is_taken_with_the_document_inside(
    pen: Pen, kind: Mistake, detached: bool
) -> None:
    signed = await pen.verify(await pen.sign(kind, detached=detached))

    assert signed.signer.tax_id == pen.person.tax_id
    assert signed.signer.surname == pen.person.name.last
    assert signed.content == DOCUMENT
    assert signed.is_chain_checked
    assert not signed.is_judged_by_esoz
    # ЕСОЗ, as the sandbox plays it, reads what comes out of it
    judged = inspect(signed.der)
    assert judged.is_valid
    assert judged.content == DOCUMENT


@ATTACHED_OR_NOT
async def test_a_national_signature_is_left_to_esoz(pen: Pen, detached: bool) -> None:
    signed = await pen.verify(await pen.sign(Mistake.DSTU, detached=detached))

    assert signed.is_judged_by_esoz
    assert not signed.is_chain_checked
    assert signed.signer.tax_id == pen.person.tax_id
    assert inspect(signed.der).is_valid


@ATTACHED_OR_NOT
@pytest.mark.parametrize(
    ("mistake", "problem"),
    [
        (Mistake.OTHER_CONTENT, SignatureProblem.OTHER_DOCUMENT),
        (Mistake.BROKEN, SignatureProblem.BROKEN),
        (Mistake.UNSORTED_ATTRIBUTES, SignatureProblem.NOT_STANDARD),
        (Mistake.WEAK_DIGEST, SignatureProblem.WEAK_ALGORITHM),
        (Mistake.TWO_SIGNERS, SignatureProblem.SEVERAL_SIGNATURES),
        (Mistake.STAMP, SignatureProblem.STAMP),
        (Mistake.EXPIRED, SignatureProblem.CERTIFICATE_EXPIRED),
        (Mistake.UNKNOWN_AUTHORITY, SignatureProblem.CERTIFICATE_NOT_TRUSTED),
        (Mistake.NO_IDENTITY, SignatureProblem.NO_IDENTITY),
        (Mistake.NO_CERTIFICATE, SignatureProblem.NO_CERTIFICATE),
        (Mistake.TRAILING_BYTES, SignatureProblem.NOT_STANDARD),
        (Mistake.NOT_A_SIGNATURE, SignatureProblem.OTHER_FORMAT),
    ],
)
async def test_each_mistake_has_its_own_word(
    pen: Pen, mistake: Mistake, problem: SignatureProblem, detached: bool
) -> None:
    container = await pen.sign(mistake, detached=detached)

    assert await _problem(pen, container) is problem


async def test_a_document_that_was_exchanged_after_signing_is_noticed(pen: Pen) -> None:
    container = await pen.sign(Mistake.SWAPPED_CONTENT)

    assert await _problem(pen, container) is SignatureProblem.BROKEN


async def test_one_byte_more_makes_another_document(pen: Pen) -> None:
    container = await pen.sign()

    with pytest.raises(SignatureRefused) as refused:
        await pen.verify(container, DOCUMENT + b"\n")

    assert refused.value.problem is SignatureProblem.OTHER_DOCUMENT


async def test_a_national_signature_under_another_document_is_noticed(pen: Pen) -> None:
    with pytest.raises(SignatureRefused) as refused:
        await pen.verify(await pen.sign(Mistake.DSTU), b"another")

    assert refused.value.problem is SignatureProblem.OTHER_DOCUMENT


async def test_somebody_else_may_not_sign(pen: Pen) -> None:
    container = await pen.sign(person=pen.somebody_else)

    assert await _problem(pen, container) is SignatureProblem.SOMEONE_ELSE


async def test_whoever_is_not_known_yet_is_named_by_the_signature(pen: Pen) -> None:
    container = await pen.sign(person=pen.somebody_else)

    signed = await pen.verifier.verify(
        container, content=DOCUMENT, expected=None, now=pen.clock.now()
    )

    assert signed.signer.tax_id == pen.somebody_else.tax_id


async def test_whoever_has_no_tax_number_signs_by_document(pen: Pen) -> None:
    people = invent_people(pen.clock.now().date())
    without = [each for each in people if not each.tax_id and document_number(each)]
    for person in without:
        number = document_number(person)
        signed = await pen.verifier.verify(
            await pen.sign(person=person),
            content=DOCUMENT,
            expected=ExpectedSigner(tax_id=None, document=number),
            now=pen.clock.now(),
        )
        assert signed.signer.document == number
    assert without, "the sandbox has such people"


async def test_the_same_signature_is_known_again(pen: Pen) -> None:
    container = await pen.sign(detached=True)

    one, two = await pen.verify(container), await pen.verify(container)

    assert one.signature_hash == two.signature_hash
    assert one.der == two.der
    assert one.signature_hash != (await pen.verify(await pen.sign())).signature_hash


@pytest.mark.parametrize(
    "write",
    [
        pytest.param(b64encode, id="base64"),
        pytest.param(lambda der: b64encode(der) + b"\r\n", id="base64 with a line end"),
        pytest.param(lambda der: pem.armor("CMS", der), id="PEM"),
        pytest.param(lambda der: b"\xef\xbb\xbf" + pem.armor("PKCS7", der), id="PEM of Windows"),
    ],
)
async def test_a_signature_may_come_as_text(pen: Pen, write: Callable[[bytes], bytes]) -> None:
    container = await pen.sign()

    assert (await pen.verify(write(container))).der == container


async def test_a_certificate_that_is_not_valid_yet_is_told_from_an_expired_one(pen: Pen) -> None:
    container = await pen.sign()
    early = pen.clock.now() - timedelta(days=60)

    with pytest.raises(SignatureRefused) as refused:
        await pen.verifier.verify(container, content=DOCUMENT, expected=None, now=early)

    assert refused.value.problem is SignatureProblem.CERTIFICATE_NOT_YET_VALID


async def test_without_roots_nobody_asks_who_issued_the_certificate(pen: Pen) -> None:
    trusting = replace(pen, verifier=CmsVerifier(chain=None))

    signed = await trusting.verify(await pen.sign(Mistake.UNKNOWN_AUTHORITY))

    assert not signed.is_chain_checked


async def test_what_leads_to_another_root_is_not_trusted(pen: Pen) -> None:
    """A root by the same rules, whose owner nobody vouches for."""
    foreign = Chain([read(certificate(is_authority=True, uses=("key_cert_sign",)))])
    container = await pen.sign()

    assert await _problem(replace(pen, verifier=CmsVerifier(foreign)), container) is (
        SignatureProblem.CERTIFICATE_NOT_TRUSTED
    )


async def test_the_roots_are_read_from_a_bundle_of_the_central_authority(pen: Pen) -> None:
    issuers = [read(each.certificate) for each in (trusted_root(), trusted_provider())]
    bundle = _bundle([*issuers, read(certificate())])

    roots = read_roots(bundle)

    assert len(roots) == 2, "whoever may not issue is no root"
    assert read_roots(pem.armor("PKCS7", bundle))
    signed = await replace(pen, verifier=CmsVerifier(Chain(roots))).verify(await pen.sign())
    assert signed.is_chain_checked


@pytest.mark.parametrize(
    "bundle",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"no certificate", id="words"),
        pytest.param(b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", id="PEM"),
    ],
)
def test_a_file_without_roots_is_refused(bundle: bytes) -> None:
    with pytest.raises(UnreadableRoots):
        read_roots(bundle)


async def test_many_are_verified_side_by_side(pen: Pen) -> None:
    containers = [await pen.sign(detached=number % 2 == 0) for number in range(12)]

    signed = await asyncio.gather(*map(pen.verify, containers))

    assert all(each.is_chain_checked for each in signed)


async def _problem(pen: Pen, container: bytes) -> SignatureProblem:
    with pytest.raises(SignatureRefused) as refused:
        await pen.verify(container)
    return refused.value.problem


def _bundle(certificates: list[asn1_x509.Certificate]) -> bytes:
    signed_data = {
        "version": "v1",
        "digest_algorithms": [],
        "encap_content_info": {"content_type": "data"},
        "certificates": [cms.CertificateChoices("certificate", each) for each in certificates],
        "signer_infos": [],
    }
    info = cms.ContentInfo({"content_type": "signed_data", "content": signed_data})
    return bytes(info.dump())


async def test_every_judged_signature_leaves_a_line_that_names_nobody(pen: Pen) -> None:
    audited = AuditedVerifier(pen.verifier)

    async def judged(container: bytes) -> Signed:
        now = pen.clock.now()
        return await audited.verify(container, content=DOCUMENT, expected=pen.expected, now=now)

    with capture_logs() as lines:
        signed = await judged(await pen.sign())
        with pytest.raises(SignatureRefused):
            await judged(await pen.sign(person=pen.somebody_else))
    taken, refused = lines
    assert taken["event"] == "signature verified"
    assert taken["issuer"]
    assert taken["is_chain_checked"]
    assert len(taken["certificate"]) == 64
    assert (refused["event"], refused["problem"]) == ("signature refused", "someone_else")
    names = (pen.person.name.last, pen.person.tax_id or "", signed.certificate_serial)
    assert not [name for name in names if name in str(lines)]
