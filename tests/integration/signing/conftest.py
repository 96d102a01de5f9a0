"""Signatures of invented people, made by the sandbox, and a verifier that trusts its root."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from bot.clients.signing.chain import Chain
from bot.clients.signing.roots import read_roots
from bot.clients.signing.verifier import CmsVerifier
from bot.domain.signing.signature import ExpectedSigner
from sandbox.clock import SandboxClock
from sandbox.esoz.people import invent_people
from sandbox.signer.authority import Authority
from sandbox.signer.mistakes import Mistake
from sandbox.signer.signing import Signing

if TYPE_CHECKING:
    from bot.domain.signing.signature import Signed
    from sandbox.esoz.person import Person

DOCUMENT = '{"id": "вигадана заявка", "content": "<html>Пам’ятка</html>"}'.encode()


@dataclass
class Pen:
    """Signs the document as one person, and asks the verifier about it."""

    signing: Signing
    verifier: CmsVerifier
    clock: SandboxClock
    person: Person
    somebody_else: Person

    @property
    def expected(self) -> ExpectedSigner:
        return ExpectedSigner(tax_id=self.person.tax_id, document=None)

    async def sign(
        self,
        mistake: Mistake = Mistake.NONE,
        *,
        detached: bool = False,
        person: Person | None = None,
    ) -> bytes:
        return await self.signing.sign(
            DOCUMENT, person or self.person, detached=detached, mistake=mistake
        )

    async def verify(self, container: bytes, content: bytes = DOCUMENT) -> Signed:
        return await self.verifier.verify(
            container, content=content, expected=self.expected, now=self.clock.now()
        )


@pytest.fixture(scope="session")
def clock() -> SandboxClock:
    return SandboxClock()


@pytest.fixture(scope="session")
def authority(clock: SandboxClock) -> Authority:
    return Authority(clock)


@pytest.fixture(scope="session")
def pen(clock: SandboxClock, authority: Authority) -> Pen:
    adults = [
        person
        for person in invent_people(clock.now().date())
        if person.tax_id and "NATIONAL_ID" in person.documents
    ]
    verifier = CmsVerifier(Chain(read_roots(authority.root_pem())))
    return Pen(Signing(authority, clock), verifier, clock, adults[0], adults[1])
