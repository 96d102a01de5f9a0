"""Whether a certificate was issued by somebody whom the ЦЗО vouches for."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from threading import Lock
from typing import TYPE_CHECKING

from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import PathError, ValidationError

from bot.clients.signing.public_key import is_dstu_key
from bot.errors import SignatureProblem, SignatureRefused

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from asn1crypto import x509


class Chain:
    """Builds chains to the roots; blocks, so call it in a thread.

    Nobody is asked whether a certificate was revoked: that is left to ЕСОЗ.
    """

    def __init__(self, roots: Sequence[x509.Certificate]) -> None:
        self._roots: dict[str, list[x509.Certificate]] = defaultdict(list)
        for root in roots:
            self._roots[root.subject.hashable].append(root)
        # asn1crypto reads a certificate piece by piece when asked, which two threads must not do
        # to one certificate at a time.
        self._one_at_a_time = Lock()

    def require_trusted(
        self, certificate: x509.Certificate, further: Sequence[x509.Certificate], now: datetime
    ) -> None:
        """`further` may stand between certificate and root; raises SignatureRefused."""
        with self._one_at_a_time:
            context = ValidationContext(
                trust_roots=self._roots_of([certificate, *further], now),
                other_certs=[each for each in further if not is_dstu_key(each)],
                moment=now,
                allow_fetching=False,
                revocation_mode="soft-fail",
            )
            validator = CertificateValidator(certificate, validation_context=context)
            try:
                asyncio.run(validator.async_validate_path())
            except (PathError, ValidationError) as error:
                raise SignatureRefused(SignatureProblem.CERTIFICATE_NOT_TRUSTED) from error

    def _roots_of(
        self, certificates: Sequence[x509.Certificate], now: datetime
    ) -> list[x509.Certificate]:
        """Those that may have issued one of these: the library takes its time with each root."""
        issuers = {each.issuer.hashable for each in certificates}
        named = (root for issuer in issuers for root in self._roots.get(issuer, ()))
        return [root for root in named if _is_current(root, now)]


def _is_current(root: x509.Certificate, now: datetime) -> bool:
    return bool(root.not_valid_before <= now <= root.not_valid_after)
