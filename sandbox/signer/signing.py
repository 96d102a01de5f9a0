"""Signs as an invented person, the way a КЕП does: rightly, or wrongly in a way that is named."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from sandbox.signer.authority import CertificateKind
from sandbox.signer.cades import CadesSigner
from sandbox.signer.mistakes import NOT_A_SIGNATURE, Mistake, spoil

if TYPE_CHECKING:
    from collections.abc import Callable

    from asn1crypto import cms

    from sandbox.clock import SandboxClock
    from sandbox.esoz.person import Person
    from sandbox.signer.authority import Authority

_KINDS = {
    Mistake.RSA: CertificateKind.RSA,
    Mistake.DSTU: CertificateKind.DSTU,
    Mistake.STAMP: CertificateKind.STAMP,
    Mistake.EXPIRED: CertificateKind.EXPIRED,
    Mistake.UNKNOWN_AUTHORITY: CertificateKind.UNKNOWN_AUTHORITY,
    Mistake.NO_IDENTITY: CertificateKind.NO_IDENTITY,
}
_ANOTHER = b"another document"
_ANOTHER_DOCUMENT = {Mistake.OTHER_CONTENT, Mistake.SWAPPED_CONTENT}


class Signing:
    """The pens of all invented people; what they sign is CAdES-BES in DER."""

    def __init__(self, authority: Authority, clock: SandboxClock) -> None:
        self._authority = authority
        self._clock = clock

    async def sign(
        self,
        content: bytes,
        person: Person,
        *,
        detached: bool = False,
        mistake: Mistake = Mistake.NONE,
    ) -> bytes:
        """Sign `content`, which stands inside the result unless `detached`.

        Raises CannotSign for a person whom no certificate could name.
        """
        if mistake is Mistake.NOT_A_SIGNATURE:
            return NOT_A_SIGNATURE
        signed = _ANOTHER if mistake in _ANOTHER_DOCUMENT else content
        inside = None if detached else signed
        container = await self._signed(_hash_of(signed), inside, person, mistake)
        return spoil(container, content, mistake)

    async def sign_digest(
        self, sha256: bytes, person: Person, *, mistake: Mistake = Mistake.NONE
    ) -> bytes:
        """Sign a document of which only the SHA-256 is known, as Дія does: always detached.

        Raises CannotSign as `sign` does, and ValueError for a mistake that needs the document.
        """
        if mistake in {Mistake.WEAK_DIGEST, Mistake.SWAPPED_CONTENT}:
            raise ValueError(mistake)
        if mistake is Mistake.NOT_A_SIGNATURE:
            return NOT_A_SIGNATURE
        digest = hashlib.sha256(_ANOTHER).digest()
        digest = digest if mistake is Mistake.OTHER_CONTENT else sha256
        container = await self._signed(lambda _: digest, None, person, mistake)
        return spoil(container, b"", mistake)

    async def _signed(
        self,
        digest_by: Callable[[str], bytes],
        inside: bytes | None,
        person: Person,
        mistake: Mistake,
    ) -> cms.ContentInfo:
        kind = _KINDS.get(mistake, CertificateKind.ECDSA)
        container = await self._container(digest_by, inside, person, kind, mistake)
        if mistake is Mistake.TWO_SIGNERS:
            rsa = CertificateKind.RSA
            second = await self._container(digest_by, inside, person, rsa, mistake)
            _add_signer(container["content"], second["content"])
        return container

    async def _container(
        self,
        digest_by: Callable[[str], bytes],
        inside: bytes | None,
        person: Person,
        kind: CertificateKind,
        mistake: Mistake,
    ) -> cms.ContentInfo:
        algorithm = "sha1" if mistake is Mistake.WEAK_DIGEST else "sha256"
        signer = CadesSigner(
            self._authority.certificate(person, kind),
            digest=algorithm,
            is_dstu=kind is CertificateKind.DSTU,
        )
        return await signer.container(
            digest_by(algorithm),
            content=inside,
            signed_at=self._clock.now(),
            is_unsorted=mistake is Mistake.UNSORTED_ATTRIBUTES,
        )


def _hash_of(content: bytes) -> Callable[[str], bytes]:
    return lambda algorithm: hashlib.new(algorithm, content).digest()


def _add_signer(signed: cms.SignedData, other: cms.SignedData) -> None:
    for one in other["certificates"]:
        if one not in list(signed["certificates"]):
            signed["certificates"].append(one)
    signed["signer_infos"].append(other["signer_infos"][0])
