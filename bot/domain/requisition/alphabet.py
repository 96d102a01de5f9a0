"""The signs that numbers are made of, and the signs that are mistaken for them."""

from __future__ import annotations

from typing import Final

REFERRAL: Final = frozenset("0123456789ABCEHIKMOPTX")
"""ЕСОЗ "Human readable requisition number"; older numbers are digits only (domain 1.2, 0.3)."""

PRESCRIPTION: Final = frozenset("0123456789AEHKMPTX")
"""Also the alphabet of declarations, but their printed example breaks it (esoz 2.2)."""

_LATIN_OF_CYRILLIC: Final = dict(zip("АВСЕНІКМОРТХ", "ABCEHIKMOPTX", strict=True))
"""Letters that look alike as capitals (domain 1.2); O and 0, I and 1, В and 8 stay as typed."""

_MEANT: Final = {
    "З": "3",
    "Б": "6",
    "Ч": "4",
    "Ї": "I",
    "Ё": "E",
    "L": "1",
    "|": "1",
    "!": "1",
    "D": "0",
    "Q": "0",
    "S": "5",
    "Z": "2",
    "G": "6",
}


def latin(char: str) -> str:
    """The sign that a typed character stands for: one Latin capital, or itself as a capital."""
    capital = char.upper()
    if len(capital) != 1 or (capital.isascii() and not char.isascii()):
        return char
    return _LATIN_OF_CYRILLIC.get(capital, capital)


def meant_by(sign: str) -> str | None:
    """What a sign outside the alphabet looks like, or None; `sign` is a capital."""
    return _MEANT.get(sign)


def is_code_sign(sign: str) -> bool:
    """Whether it is a digit or a Latin capital."""
    return sign.isascii() and sign.isalnum() and sign == sign.upper()
