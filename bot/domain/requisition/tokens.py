"""A clean text cut into groups of signs, and how firmly neighbouring groups hold together."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from bot.domain.requisition import alphabet

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNS: Final = frozenset({"Lu", "Ll", "Lt", "Lo", "Nd"})
_DASHES: Final = frozenset("_\u2212\u2043\u02d7\u2796\u2500\u2501")
_DOTS: Final = frozenset(".\u00b7\u2022\u2027\u2219\u2026")
_MARKS: Final = frozenset("\"'`\u00b4\u02bc\u2032\u2033*~^\\")
_LINE_BREAKS: Final = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_STROKES: Final = frozenset("|!")

_WORD: Final = re.compile("s+")
_WRAPPED_AFTER_DASH: Final = re.compile("m*d+m* *n[n ]*")
_WHITESPACE: Final = frozenset(" n")


class Gap(IntEnum):
    """What stands between two groups; the smaller, the firmer they hold together."""

    TIGHT = 1
    """Dashes, dots, quotes or markup without a space; or a line wrapped after its dash."""
    SPACE = 2
    LINE = 3
    """A line break, or the dot that ends a sentence."""
    BREAK = 4
    """A word, a comma, a colon: never one number."""


@dataclass(frozen=True, slots=True)
class Group:
    """A word as typed, and its signs: Latin capitals where a sign has one. Same length."""

    typed: str
    start: int
    signs: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "signs", "".join(map(alphabet.latin, self.typed)))

    @property
    def end(self) -> int:
        return self.start + len(self.typed)

    @property
    def digits(self) -> int:
        """How many signs are digits."""
        return sum(sign.isascii() and sign.isdecimal() for sign in self.signs)


def tokenise(text: str) -> Iterator[tuple[Gap, Group]]:
    """Every word of the text with the gap before it."""
    classes = _classes(text)
    end = 0
    for word in _WORD.finditer(classes):
        gap = _gap(classes[end : word.start()]) if end else Gap.BREAK
        end = word.end()
        yield gap, Group(text[word.start() : end], word.start())


def _gap(classes: str) -> Gap:
    if "x" in classes:
        return Gap.BREAK
    if _WHITESPACE.isdisjoint(classes) or _WRAPPED_AFTER_DASH.fullmatch(classes):
        return Gap.TIGHT
    if "n" in classes or ". " in classes:
        return Gap.LINE
    return Gap.SPACE


def _classes(text: str) -> str:
    """One letter a character: sign, dash, dot, mark, space, newline, x for the rest."""
    classes = [_class(char) for char in text]
    for at, char in enumerate(text):
        if char in _STROKES and 0 < at < len(text) - 1:
            inside = _may_touch_stroke(text[at - 1]) and _may_touch_stroke(text[at + 1])
            classes[at] = "s" if inside else classes[at]
    return "".join(classes)


def _class(char: str) -> str:  # noqa: PLR0911 - a table of classes, one line each
    category = unicodedata.category(char)
    if category in _SIGNS:
        return "s"
    if category == "Pd" or char in _DASHES:
        return "d"
    if char in _LINE_BREAKS:
        return "n"
    if char.isspace():
        return " "
    if char in _DOTS:
        return "."
    if category in {"Pi", "Pf"} or char in _MARKS or char == "|":
        return "m"
    return "x"


def _may_touch_stroke(char: str) -> bool:
    """Whether "|" or "!" beside this character may be a mistyped I or 1, not punctuation."""
    is_capital = char == char.upper() and alphabet.latin(char) in alphabet.REFERRAL
    return is_capital or _class(char) == "d"
