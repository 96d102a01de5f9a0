"""The test authority: a root, a provider under it, and certificates for the invented people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.serialization import Encoding

from sandbox.signer.certificates import Issuer, leaf, name_of, provider, root
from sandbox.signer.dstu_look import look_like_dstu
from sandbox.signer.identity import drfo_of
from sandbox.signer.keys import KeyAlgorithm, PrivateKey, private_key
from sandbox.signer.naming import CertificateKind, codes_of, subject_of

if TYPE_CHECKING:
    from datetime import datetime

    from cryptography import x509

    from sandbox.clock import SandboxClock
    from sandbox.esoz.person import Person

__all__ = ["Authority", "CannotSign", "CertificateKind", "Credential"]

_LIFE = timedelta(days=730)
_BEGAN_AGO = timedelta(days=30)


class CannotSign(Exception):
    """The person is in no register that a certificate could name: a newborn, for one."""


@dataclass(frozen=True)
class Credential:
    """A key and its certificate, with the certificates between it and the root."""

    key: PrivateKey
    certificate: x509.Certificate
    between: tuple[x509.Certificate, ...]


class Authority:
    """Issues a certificate when it is first asked for, and anew once it has expired.

    All worlds of a process share root and provider, so that a signature of one can be read in
    another.
    """

    def __init__(self, clock: SandboxClock) -> None:
        self._clock = clock
        self._issued: dict[tuple[str, CertificateKind], Credential] = {}

    def root_pem(self) -> bytes:
        """The root that a verifier has to trust, for SIGNATURE_ROOTS."""
        return trusted_root().certificate.public_bytes(Encoding.PEM)

    def certificate(
        self, person: Person, kind: CertificateKind = CertificateKind.ECDSA
    ) -> Credential:
        """Raises CannotSign for a person who has neither РНОКПП nor a document with a number."""
        now = self._clock.now()
        issued = self._issued.get((person.id, kind))
        if issued is None or not _is_current(issued.certificate, now, kind):
            issued = _issue(person, kind, now)
            self._issued[person.id, kind] = issued
        return issued


@cache
def trusted_root() -> Issuer:
    return root("root")


@cache
def trusted_provider() -> Issuer:
    return provider("provider", trusted_root())


@cache
def _unknown_provider() -> Issuer:
    """The same names as the trusted one, other keys: what a forger can make."""
    return provider("unknown provider", root("unknown root"))


def _is_current(certificate: x509.Certificate, now: datetime, kind: CertificateKind) -> bool:
    if kind is CertificateKind.EXPIRED:
        return certificate.not_valid_after_utc < now
    return certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc


def _issue(person: Person, kind: CertificateKind, now: datetime) -> Credential:
    is_unknown = kind is CertificateKind.UNKNOWN_AUTHORITY
    issuer = _unknown_provider() if is_unknown else trusted_provider()
    is_rsa = kind is CertificateKind.RSA
    key = private_key(f"{person.id} {kind}", KeyAlgorithm.RSA if is_rsa else KeyAlgorithm.ECDSA)
    begins_at = now - _BEGAN_AGO - (_LIFE if kind is CertificateKind.EXPIRED else timedelta())
    drfo = drfo_of(person)
    if drfo is None:
        raise CannotSign
    certificate = leaf(
        issuer,
        key,
        subject=name_of(subject_of(person, drfo, kind)),
        codes=codes_of(drfo, kind),
        valid=(begins_at, begins_at + _LIFE),
    )
    if kind is CertificateKind.DSTU:
        certificate = look_like_dstu(certificate, issuer)
    return Credential(key, certificate, between=(issuer.certificate,))
