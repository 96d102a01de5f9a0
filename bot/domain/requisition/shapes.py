"""Which runs have the shape of a number, whatever stands around them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.domain.requisition import alphabet
from bot.domain.requisition.chains import GROUP_LENGTH, NUMBER_LENGTH

if TYPE_CHECKING:
    from bot.domain.requisition.chains import Run

DECLARATION_LENGTH: Final = 12
_PREFIXED: Final = re.compile(r"000[0-9]")
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_PHONE_PREFIX: Final = "380"

_MOST_ODD_SIGNS: Final = 2
_LEAST_DIGITS: Final = 2
_LEAST_DIGITS_IN_NEAR_MISS: Final = 4
_NEAR_LENGTHS: Final = frozenset({13, 14, 15, 17, 18, 19})
_LEAST_GROUPS_IN_NEAR_MISS: Final = 3
_SPELLED: Final = frozenset({1, 2})


def is_prefixed(signs: str) -> bool:
    """Prescriptions and declarations begin with 000 and a digit (esoz 2.2)."""
    return _PREFIXED.match(signs) is not None


def odd_positions(signs: str) -> tuple[int, ...]:
    """Where, counted from 1, signs stand that no referral number has."""
    return tuple(at for at, sign in enumerate(signs, 1) if sign not in alphabet.REFERRAL)


def is_number_shaped(run: Run) -> bool:
    """16 signs, at most two of them odd, in groups that make sense for a number."""
    return (
        run.length == NUMBER_LENGTH
        and (_is_loosely_grouped(run) if run.is_loose else _is_tightly_grouped(run))
        and _has_few_odd_signs(run, digits=_LEAST_DIGITS)
    )


def is_declaration_shaped(run: Run, *, is_named: bool) -> bool:
    """12 signs in fours; without dashes only if named a declaration, or with its prefix."""
    dashed = not run.is_loose and len(run.groups) == DECLARATION_LENGTH // GROUP_LENGTH
    return (
        run.length == DECLARATION_LENGTH
        and run.is_in_fours
        and (dashed or is_named or is_prefixed(run.signs))
        and all(map(alphabet.is_code_sign, run.signs))
        and run.digits >= _LEAST_DIGITS_IN_NEAR_MISS
        and not run.signs.startswith(_PHONE_PREFIX)
        and not _is_years(run)
    )


def is_nearly_number_shaped(run: Run) -> bool:
    """13-15 or 17-19 signs in one piece, or in groups of four all but one."""
    off = sum(length % GROUP_LENGTH != 0 for length in run.lengths)
    grouped = len(run.groups) >= _LEAST_GROUPS_IN_NEAR_MISS and off <= 1
    return (
        run.length in _NEAR_LENGTHS
        and (grouped or len(run.groups) == 1)
        and _has_few_odd_signs(run, digits=_LEAST_DIGITS_IN_NEAR_MISS)
    )


def _is_tightly_grouped(run: Run) -> bool:
    """In one piece, in pairs or sign by sign, or half of the groups at least in fours."""
    fours = sum(length % GROUP_LENGTH == 0 for length in run.lengths)
    return fours * 2 >= len(run.groups) or _is_spelled(run)


def _is_loosely_grouped(run: Run) -> bool:
    """Over spaces only fours join, or pairs, or single signs; words and years are none."""
    with_digits = sum(group.digits > 0 for group in run.groups)
    grouped = run.is_in_fours or _is_spelled(run)
    return grouped and with_digits * 2 >= len(run.groups) and not _is_years(run)


def _is_spelled(run: Run) -> bool:
    return len(set(run.lengths)) == 1 and run.lengths[0] in _SPELLED


def _is_years(run: Run) -> bool:
    return all(_YEAR.fullmatch(group.signs) for group in run.groups)


def _has_few_odd_signs(run: Run, *, digits: int) -> bool:
    """A text with more odd signs or fewer digits does not try to be a number."""
    odd = len(odd_positions(run.signs))
    least = max(digits, _LEAST_DIGITS_IN_NEAR_MISS) if odd else digits
    return odd <= _MOST_ODD_SIGNS and run.digits >= least
