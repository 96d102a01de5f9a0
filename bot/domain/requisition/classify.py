"""Which kind of number a run is, by its signs and by the word before it.

Rules: domain 1.2 (alphabet, the word "рецепт", codes are never accepted) and esoz 2.2 (the
prefix 000n of prescriptions and declarations). No check digit exists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.domain.requisition import alphabet
from bot.domain.requisition.checksums import is_card_like, is_tax_id
from bot.domain.requisition.context import Named
from bot.domain.requisition.notation import dashed
from bot.domain.requisition.reading import Certainty, FoundNumber, NumberKind
from bot.domain.requisition.shapes import is_prefixed

if TYPE_CHECKING:
    from bot.domain.requisition.chains import Run
    from bot.domain.requisition.context import Surroundings

_CODE_LENGTH: Final = 4
_TAX_ID_LENGTH: Final = 10
SINGLE_LENGTHS: Final = frozenset({_CODE_LENGTH, _TAX_ID_LENGTH})


def sixteen(signs: str, name: Named | None) -> FoundNumber:
    """A referral or a prescription of 16 signs of the referral's alphabet."""
    prefixed = is_prefixed(signs)
    if name is Named.PRESCRIPTION:
        return _found(NumberKind.PRESCRIPTION, signs, is_sure=prefixed and _is_prescribed(signs))
    if prefixed and name is not Named.REFERRAL and _is_prescribed(signs) and not signs.isdecimal():
        return _found(NumberKind.PRESCRIPTION, signs, is_sure=False)
    doubtful = prefixed or name in {Named.DECLARATION, Named.CARD}
    doubtful = doubtful or (is_card_like(signs) and name is not Named.REFERRAL)
    return _found(NumberKind.REFERRAL, signs, is_sure=not doubtful)


def twelve(signs: str, name: Named | None) -> FoundNumber:
    """A declaration's number."""
    return _found(NumberKind.DECLARATION, signs, is_sure=name is Named.DECLARATION)


def single(run: Run, around: Surroundings) -> FoundNumber | None:
    """A confirmation code or a taxpayer's number, without its digits; or nothing of ours."""
    if not run.signs.isdecimal():
        return None
    if run.length == _CODE_LENGTH:
        return _code(run, around)
    return _tax_id(run, around)


def _code(run: Run, around: Surroundings) -> FoundNumber | None:
    if around.is_code_near(run.start, run.end):
        return _found(NumberKind.CONFIRMATION_CODE, "", is_sure=True)
    if around.is_alone(run.start, run.end):
        return _found(NumberKind.CONFIRMATION_CODE, "", is_sure=False)
    return None


def _tax_id(run: Run, around: Surroundings) -> FoundNumber | None:
    """Ten digits with a valid check digit; a phone begins with 0 and needs the word."""
    if around.is_tax_near(run.start, run.end):
        return _found(NumberKind.TAX_ID, "", is_sure=is_tax_id(run.signs))
    if is_tax_id(run.signs) and not run.signs.startswith("0"):
        return _found(NumberKind.TAX_ID, "", is_sure=False)
    return None


def _is_prescribed(signs: str) -> bool:
    return alphabet.PRESCRIPTION.issuperset(signs)


def _found(kind: NumberKind, signs: str, *, is_sure: bool) -> FoundNumber:
    return FoundNumber(kind, dashed(signs), Certainty.SURE if is_sure else Certainty.LIKELY)
