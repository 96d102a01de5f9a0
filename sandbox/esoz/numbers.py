"""Invents numbers of referrals (requisition) in the two alphabets that the sources give."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from random import Random

_DIGITS = "0123456789"  # 2019 code, ME19 number_generator
_WITH_LETTERS = "0123456789ABCEHIKMOPTX"  # CONF "Human readable requisition number"
_WITH_LETTERS_SHARE = 0.15
_LENGTH, _GROUP = 16, 4


def grouped(signs: str) -> str:
    """Sixteen signs as they are printed: four groups of four."""
    return "-".join(signs[at : at + _GROUP] for at in range(0, _LENGTH, _GROUP))


def invent_numbers(random: Random, taken: Iterable[str]) -> Iterator[str]:
    """Numbers without end, none twice, none of `taken`, none that looks like a prescription's."""
    used = set(taken)
    while True:
        alphabet = _WITH_LETTERS if random.random() < _WITH_LETTERS_SHARE else _DIGITS
        number = grouped("".join(random.choices(alphabet, k=_LENGTH)))
        if number not in used and not number.startswith("000"):
            used.add(number)
            yield number
