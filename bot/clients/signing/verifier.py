"""Judges a signature before ЕСОЗ does: every check that can be made here, each with its word."""

from __future__ import annotations

import asyncio
import hashlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.clients.signing.algorithms import require_allowed
from bot.clients.signing.arithmetic import require_right
from bot.clients.signing.attach import attach
from bot.clients.signing.cms import read_cms
from bot.clients.signing.container import read_container
from bot.clients.signing.identity import authority_name, read_signer
from bot.clients.signing.public_key import is_dstu_key
from bot.clients.signing.signing_certificate import require_named
from bot.clients.signing.validity import require_for_signing, require_valid
from bot.domain.signing.signature import Signed
from bot.errors import SignatureProblem, SignatureRefused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from bot.clients.signing.chain import Chain
    from bot.clients.signing.cms import Cms
    from bot.domain.signing.signature import ExpectedSigner, Signer

# asn1crypto reads a part when it is asked for it, and says in any of these that it cannot.
_CANNOT_BE_READ = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError)


class CmsVerifier:
    """A SignatureVerifier; without `chain` it does not ask who issued a certificate."""

    def __init__(self, chain: Chain | None) -> None:
        self._chain = chain

    async def verify(
        self, container: bytes, *, content: bytes, expected: ExpectedSigner | None, now: datetime
    ) -> Signed:
        """Check in a thread: it takes milliseconds of a processor; raises SignatureRefused."""
        return await asyncio.to_thread(self._verify, container, content, expected, now)

    def _verify(
        self, container: bytes, content: bytes, expected: ExpectedSigner | None, now: datetime
    ) -> Signed:
        der = read_container(container)
        with _unreadable_as(SignatureProblem.NOT_A_SIGNATURE):
            cms = read_cms(der)
        if cms.content not in {None, content}:
            raise SignatureRefused(SignatureProblem.OTHER_DOCUMENT)
        with _unreadable_as(SignatureProblem.NOT_STANDARD):
            signer = _require_person(cms, expected, now)
            self._require_authentic(cms, content, now)
            return self._signed(cms, content, signer)

    def _require_authentic(self, cms: Cms, content: bytes, now: datetime) -> None:
        """ДСТУ 4145 gets what needs no arithmetic; there is no kept library for the rest."""
        require_allowed(cms)
        require_named(cms)
        if is_dstu_key(cms.certificate):
            return
        require_right(cms, content)
        if self._chain:
            self._chain.require_trusted(cms.certificate, cms.further_certificates, now)

    def _signed(self, cms: Cms, content: bytes, signer: Signer) -> Signed:
        is_dstu = is_dstu_key(cms.certificate)
        return Signed(
            der=attach(cms.der, content) if cms.content is None else cms.der,
            content=content,
            signer=signer,
            signature_hash=hashlib.sha256(cms.signature).hexdigest(),
            certificate_serial=f"{cms.certificate.serial_number:x}",
            issuer=authority_name(cms.certificate),
            is_judged_by_esoz=is_dstu,
            is_chain_checked=self._chain is not None and not is_dstu,
        )


def _require_person(cms: Cms, expected: ExpectedSigner | None, now: datetime) -> Signer:
    """First whose it is: a wrong key is the mistake that people make most."""
    signer = read_signer(cms.certificate)
    if expected is not None and not expected.is_the_one(signer):
        raise SignatureRefused(SignatureProblem.SOMEONE_ELSE)
    require_for_signing(cms.certificate)
    require_valid(cms.certificate, now)
    return signer


@contextmanager
def _unreadable_as(problem: SignatureProblem) -> Iterator[None]:
    """What a library cannot read is refused like what we can read and do not want."""
    try:
        yield
    except _CANNOT_BE_READ as error:
        raise SignatureRefused(problem) from error
