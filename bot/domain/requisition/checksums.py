"""Check digits of numbers that are not ours, so that they are not mistaken for ours."""

from __future__ import annotations

from typing import Final

_TAX_WEIGHTS: Final = (-1, 5, 7, 9, 4, 6, 10, 5, 7)
_CARD_FIRST_DIGITS: Final = frozenset("23456")
_BIGGEST_DIGIT: Final = 9


def is_tax_id(digits: str) -> bool:
    """Whether the tenth digit of a РНОКПП agrees with the nine before it."""
    total = sum(weight * int(digit) for weight, digit in zip(_TAX_WEIGHTS, digits, strict=False))
    return total % 11 % 10 == int(digits[-1])


def is_card_like(signs: str) -> bool:
    """Whether these may be a bank card: digits, a card system's first one, valid by Luhn."""
    if not signs.isdecimal() or signs[0] not in _CARD_FIRST_DIGITS:
        return False
    doubled = [int(digit) * (1 + at % 2) for at, digit in enumerate(reversed(signs))]
    return sum(value - 9 if value > _BIGGEST_DIGIT else value for value in doubled) % 10 == 0
