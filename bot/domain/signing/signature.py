"""A signature that came back: what was signed, by whom, and who was expected to sign."""

from __future__ import annotations

from dataclasses import dataclass, field
from hmac import compare_digest

from bot.errors import SignatureProblem, SignatureRefused

__all__ = ("ExpectedSigner", "SignatureProblem", "SignatureRefused", "Signed", "Signer")


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed, as the certificate names them.

    `tax_id` is the РНОКПП, 10 digits; `document` is an ID-card number, 9 digits, or a passport's
    series and number in Cyrillic, for those who have no РНОКПП. At most one of the two is given.
    """

    tax_id: str | None = field(repr=False)
    document: str | None = field(repr=False)
    surname: str = field(repr=False)
    given_name: str = field(repr=False)
    is_stamp: bool


@dataclass(frozen=True, slots=True)
class ExpectedSigner:
    """The person who must sign, by РНОКПП or, without one, by ID-card or passport."""

    tax_id: str | None = field(repr=False)
    document: str | None = field(repr=False)

    def is_the_one(self, signer: Signer) -> bool:
        """The comparison of ЕСОЗ: the one value in the certificate against either of the two."""
        return _is_same(self.tax_id, signer.tax_id) or _is_same(self.document, signer.document)


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature that passed every check that can be made here.

    `der` is CMS with the content inside, as ЕСОЗ wants it. `signature_hash` is the hex SHA-256 of
    the signature value, to know a repetition by. `is_judged_by_esoz` says that the arithmetic of
    the signature (ДСТУ 4145) was left to ЕСОЗ, `is_chain_checked` that the certificate leads to an
    authority that the operator trusts; it is not so without SIGNATURE_ROOTS, nor for ДСТУ.
    `issuer` is the organisation that issued the certificate, "" where it names none.
    """

    der: bytes = field(repr=False)
    content: bytes = field(repr=False)
    signer: Signer
    signature_hash: str
    certificate_serial: str
    issuer: str
    is_judged_by_esoz: bool
    is_chain_checked: bool = False


def _is_same(expected: str | None, found: str | None) -> bool:
    """Compare without telling by the time taken how much was right."""
    if not expected or not found:
        return False
    return compare_digest(_plain(expected), _plain(found))


def _plain(number: str) -> bytes:
    return "".join(number.split()).upper().encode()
