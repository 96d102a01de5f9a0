"""РНОКПП, the ten digits of the tax register."""

from __future__ import annotations

import re
from typing import Final

from bot.domain.cabinet.checks.faults import Fault
from bot.domain.cabinet.checks.typed import digits
from bot.errors import InvalidInput

_WEIGHTS: Final = (-1, 5, 7, 9, 4, 6, 10, 5, 7)


def tax_id(text: str) -> str:
    """Return the ten digits; raises InvalidInput for a wrong length or check digit."""
    number = digits(text)
    if not re.fullmatch(r"[0-9]{10}", number):
        raise InvalidInput(Fault.TAX_ID_LENGTH)
    if not is_tax_id(number):
        raise InvalidInput(Fault.TAX_ID_CHECKSUM)
    return number


def is_tax_id(number: str) -> bool:
    """Tell whether ten digits carry their own check digit (esoz.md §9.1).

    A negative weighted sum is refused: the original keeps the sign of a remainder.
    """
    if number == "0" * len(number):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
    return total >= 0 and total % 11 % 10 == int(number[-1])
