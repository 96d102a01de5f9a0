"""What the words around a number say about it."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

_BEFORE: Final = 80
_NEAR: Final = 40
_LIST_LETTERS: Final = 5
"""At most so many letters ("та", "also") stand between numbers that share one word."""


class Named(Enum):
    """What the nearest word before a number calls it."""

    REFERRAL = "referral"
    PRESCRIPTION = "prescription"
    DECLARATION = "declaration"
    CARD = "card"


_CARD_WORDS: Final = r"карт[аиуоцк]|\bcard|visa|mastercard"
_NAMES: Final = re.compile(
    r"(?P<REFERRAL>направл|скерован|referral|requisition|napravl)"
    r"|(?P<PRESCRIPTION>рецепт|prescription|recept|retsept)"
    r"|(?P<DECLARATION>деклар|declarat|deklar)"
    rf"|(?P<CARD>{_CARD_WORDS})",
    re.IGNORECASE,
)
_CARD: Final = re.compile(_CARD_WORDS, re.IGNORECASE)
_CODE: Final = re.compile(
    r"\bкод(?:у|ом|и|ів|а|е|ы|ов)?\b|\bcodes?\b|парол|\bpassword|\bpin\b|\bпін\b|\bпин\b|\botp\b",
    re.IGNORECASE,
)
_TAX: Final = re.compile(
    r"\bі\.?п\.?н\b|\bи\.?н\.?н\b|рнокпп|рнукпн|податков|налогов|ідентифікаційн|идентификацион"
    r"|\btax\b|\btin\b",
    re.IGNORECASE,
)
_SENTENCE_END: Final = re.compile(r"[.!?]\s")


class Surroundings:
    """The text around places in it; places are asked about from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._letters_and_digits = sum(char.isalnum() for char in text)
        self._last: Named | None = None
        self._last_end = 0

    def name_before(self, start: int) -> Named | None:
        """The nearest name in the 80 characters before `start`."""
        return _last_name(self._text[max(0, start - _BEFORE) : start])

    def name_of(self, start: int, end: int) -> Named | None:
        """The name of the number there: before it and after the number asked about last.

        Numbers in a list share the name before the first.
        """
        between = self._text[max(self._last_end, start - _BEFORE) : start]
        letters = sum(char.isalpha() for char in between)
        inherited = self._last if letters <= _LIST_LETTERS else None
        self._last = _last_name(between) or inherited
        self._last_end = end
        return self._last

    def is_card_near(self, start: int, end: int) -> bool:
        """Whether a bank card is spoken of in the 40 characters before or after."""
        return _CARD.search(self._around(start, end)) is not None

    def is_code_near(self, start: int, end: int) -> bool:
        """Whether the same sentence speaks of a code, within 40 characters."""
        before = _SENTENCE_END.split(self._text[max(0, start - _NEAR) : start])[-1]
        after = _SENTENCE_END.split(self._text[end : end + _NEAR])[0]
        return _CODE.search(f"{before} {after}") is not None

    def is_tax_near(self, start: int, end: int) -> bool:
        """Whether a taxpayer's number is spoken of in the 40 characters before or after."""
        return _TAX.search(self._around(start, end)) is not None

    def is_alone(self, start: int, end: int) -> bool:
        """Whether the whole text has no other letter or digit."""
        return self._letters_and_digits == end - start

    def _around(self, start: int, end: int) -> str:
        return f"{self._text[max(0, start - _NEAR) : start]} {self._text[end : end + _NEAR]}"


def _last_name(text: str) -> Named | None:
    names = [match.lastgroup for match in _NAMES.finditer(text)]
    return Named[names[-1]] if names and names[-1] else None
