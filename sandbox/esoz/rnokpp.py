"""РНОКПП (tax_id) of an invented person: agrees with birth date and sex, checksum valid."""

from __future__ import annotations

import re
from datetime import date

_WEIGHTS = (-1, 5, 7, 9, 4, 6, 10, 5, 7)
_DAY_ZERO = date(1899, 12, 31)


def _weighted_sum(digits: str) -> int:
    return sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=False))


def is_rnokpp(text: str) -> bool:
    """The rule of ЕСОЗ's own validator (Core.Validators.TaxID, 2019)."""
    if not re.fullmatch(r"[0-9]{10}", text) or text == "0000000000":
        return False
    total = _weighted_sum(text)
    return total >= 0 and total % 11 % 10 == int(text[9])


def rnokpp(birth_date: date, serial: int, *, is_male: bool) -> str:
    """Days since 1899-12-31, a serial of 0..4999, sex in the ninth digit's parity, checksum."""
    days = (birth_date - _DAY_ZERO).days
    digits = f"{days:05}{serial * 2 + is_male:04}"
    return f"{digits}{_weighted_sum(digits) % 11 % 10}"
