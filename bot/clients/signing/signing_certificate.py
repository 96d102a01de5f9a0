"""Whether what was signed names this very certificate (CAdES, RFC 5035)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from asn1crypto import tsp
from pyhanko.sign.general import check_ess_certid, match_issuer_serial

from bot.clients.signing.algorithms import SHA_2
from bot.errors import SignatureProblem, SignatureRefused

if TYPE_CHECKING:
    from bot.clients.signing.cms import Cms


def require_named(cms: Cms) -> None:
    """Raises SignatureRefused where another certificate was put in place of the signer's.

    A hash by ГОСТ or Купина is not computed here; then issuer and serial number are compared.
    """
    named = tsp.SigningCertificateV2.load(cms.signing_certificate, strict=True)["certs"][0]
    if named["hash_algorithm"]["algorithm"].dotted in SHA_2:
        is_this_one = check_ess_certid(cms.certificate, named)
    else:
        issuer_serial = named["issuer_serial"]
        is_this_one = not issuer_serial or match_issuer_serial(issuer_serial, cms.certificate)
    if not is_this_one:
        raise SignatureRefused(SignatureProblem.BROKEN)
