"""Signatures of the sandbox hold for other people's verifiers, and mistakes are what they say."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from asn1crypto import cms
from asn1crypto import x509 as asn1_x509
from asn1crypto.pem import unarmor
from pyhanko.sign.validation.generic_cms import (
    async_validate_cms_signature,
    async_validate_detached_cms,
)
from pyhanko_certvalidator import ValidationContext

from sandbox.signer.dstu_look import DSTU4145, GOST34311
from sandbox.signer.inspection import NotASignature, inspect
from sandbox.signer.mistakes import Mistake

if TYPE_CHECKING:
    from pathlib import Path

    from sandbox.esoz.person import Person
    from sandbox.signer.authority import Authority
    from sandbox.signer.signing import Signing

DOCUMENT = '{"person": {"last_name": "Вигаданий"}}'.encode()
_FINE = [Mistake.NONE, Mistake.RSA]
_ONE_SIGNER_AND_READABLE = [
    Mistake.SWAPPED_CONTENT,
    Mistake.BROKEN,
    Mistake.UNSORTED_ATTRIBUTES,
    Mistake.WEAK_DIGEST,
    Mistake.EXPIRED,
    Mistake.UNKNOWN_AUTHORITY,
]
_UNREADABLE = [Mistake.NO_CERTIFICATE, Mistake.TRAILING_BYTES, Mistake.NOT_A_SIGNATURE]


def trust(authority: Authority) -> ValidationContext:
    _, _, der = unarmor(authority.root_pem())
    root = asn1_x509.Certificate.load(der)
    return ValidationContext(trust_roots=[root], revocation_mode="soft-fail")


def signed_data(container: bytes) -> cms.SignedData:
    return cms.ContentInfo.load(container, strict=True)["content"]


def judged_by_openssl(container: bytes, authority: Authority, folder: Path, *more: str) -> bytes:
    """What openssl found inside; raises CalledProcessError when it does not hold."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not installed")
    (folder / "signed.p7s").write_bytes(container)
    (folder / "root.pem").write_bytes(authority.root_pem())
    command = [openssl, "cms", "-verify", "-binary", "-inform", "DER", "-purpose", "any"]
    files = ["-in", str(folder / "signed.p7s"), "-CAfile", str(folder / "root.pem")]
    done = subprocess.run([*command, *files, *more], capture_output=True, check=True)
    return done.stdout


@pytest.mark.parametrize("mistake", _FINE)
async def test_pyhanko_and_openssl_find_the_signature_good(
    signing: Signing, authority: Authority, person: Person, mistake: Mistake, tmp_path: Path
) -> None:
    container = await signing.sign(DOCUMENT, person, mistake=mistake)
    status = await async_validate_cms_signature(
        signed_data(container), validation_context=trust(authority)
    )
    assert status.intact
    assert status.valid
    assert status.trusted
    assert judged_by_openssl(container, authority, tmp_path) == DOCUMENT


async def test_hash_alone_gives_a_detached_signature_that_fits_the_document(
    signing: Signing, authority: Authority, person: Person, tmp_path: Path
) -> None:
    container = await signing.sign_digest(hashlib.sha256(DOCUMENT).digest(), person)
    signed = signed_data(container)
    assert signed["encap_content_info"]["content"].native is None
    status = await async_validate_detached_cms(
        DOCUMENT, signed, signer_validation_context=trust(authority)
    )
    assert status.valid
    assert status.intact
    (tmp_path / "document").write_bytes(DOCUMENT)
    document = ("-content", str(tmp_path / "document"))
    assert judged_by_openssl(container, authority, tmp_path, *document) == DOCUMENT


async def test_signer_is_read_back(signing: Signing, person: Person) -> None:
    found = inspect(await signing.sign(DOCUMENT, person))
    (signer,) = found.signers
    assert found.is_valid
    assert found.content == DOCUMENT
    assert (signer.drfo, signer.surname) == (person.tax_id, person.name.last)
    assert not signer.is_stamp


@pytest.mark.parametrize("mistake", [Mistake.NONE, Mistake.RSA, Mistake.DSTU])
async def test_other_keys_are_as_good(signing: Signing, person: Person, mistake: Mistake) -> None:
    assert inspect(await signing.sign(DOCUMENT, person, mistake=mistake)).is_valid
    detached = await signing.sign(DOCUMENT, person, detached=True, mistake=mistake)
    assert not inspect(detached).is_valid
    assert inspect(detached, DOCUMENT).is_valid
    assert not inspect(detached, b"another").is_valid


async def test_dstu_is_named_everywhere_and_a_turned_bit_is_seen(
    signing: Signing, person: Person
) -> None:
    container = await signing.sign(DOCUMENT, person, mistake=Mistake.DSTU)
    (signer,) = signed_data(container)["signer_infos"]
    assert signer["signature_algorithm"]["algorithm"].dotted == DSTU4145
    assert signer["digest_algorithm"]["algorithm"].dotted == GOST34311
    value = signer["signature"].native
    place = container.index(value) + len(value) // 2
    turned = container[:place] + bytes([container[place] ^ 1]) + container[place + 1 :]
    assert not inspect(turned).is_valid


@pytest.mark.parametrize("mistake", _ONE_SIGNER_AND_READABLE)
async def test_mistake_is_seen(signing: Signing, person: Person, mistake: Mistake) -> None:
    found = inspect(await signing.sign(DOCUMENT, person, mistake=mistake))
    assert found.content == DOCUMENT
    assert len(found.signers) == 1
    assert not found.is_valid


@pytest.mark.parametrize("mistake", _UNREADABLE)
async def test_what_is_no_signature_is_not_read(
    signing: Signing, person: Person, mistake: Mistake
) -> None:
    container = await signing.sign(DOCUMENT, person, mistake=mistake)
    with pytest.raises(NotASignature):
        inspect(container)


async def test_other_content_is_a_good_signature_of_something_else(
    signing: Signing, person: Person
) -> None:
    found = inspect(await signing.sign(DOCUMENT, person, mistake=Mistake.OTHER_CONTENT))
    assert found.is_valid
    assert found.content != DOCUMENT


async def test_two_signers_are_counted_and_both_hold(
    signing: Signing, authority: Authority, person: Person, tmp_path: Path
) -> None:
    container = await signing.sign(DOCUMENT, person, mistake=Mistake.TWO_SIGNERS)
    assert [signer.is_valid for signer in inspect(container).signers] == [True, True]
    assert judged_by_openssl(container, authority, tmp_path) == DOCUMENT


async def test_stamp_and_nameless_certificate_hold_but_show_what_they_are(
    signing: Signing, person: Person
) -> None:
    (stamp,) = inspect(await signing.sign(DOCUMENT, person, mistake=Mistake.STAMP)).signers
    assert stamp.is_valid
    assert stamp.is_stamp
    nameless = await signing.sign(DOCUMENT, person, mistake=Mistake.NO_IDENTITY)
    assert inspect(nameless).signers[0].drfo is None


@pytest.mark.parametrize(
    "mistake",
    [
        pytest.param(Mistake.SWAPPED_CONTENT, id="swapped"),
        pytest.param(Mistake.BROKEN, id="broken"),
        pytest.param(Mistake.EXPIRED, id="expired"),
        pytest.param(Mistake.UNKNOWN_AUTHORITY, id="unknown-authority"),
        pytest.param(Mistake.NO_CERTIFICATE, id="no-certificate"),
    ],
)
async def test_openssl_refuses_it_too(
    signing: Signing, authority: Authority, person: Person, mistake: Mistake, tmp_path: Path
) -> None:
    container = await signing.sign(DOCUMENT, person, mistake=mistake)
    with pytest.raises(subprocess.CalledProcessError):
        judged_by_openssl(container, authority, tmp_path)
