"""Cuts a text into sentences of words, and folds what the two languages spell apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby

_SENTENCE_ENDS = re.compile(r"[.!?;\n…]+")
_WORD = re.compile(r"[^\W_]+(?:['’ʼ`*-][^\W_]+)*")
_FOLDED = str.maketrans(
    {
        "ґ": "г",
        "ё": "е",
        "є": "е",
        "э": "е",
        "і": "и",
        "ї": "и",
        "й": "и",
        "ы": "и",
        "ь": None,
        "ъ": None,
        "'": None,
        "’": None,
        "ʼ": None,
        "`": None,
        "*": None,
        "-": None,
        # Latin letters that look the same and slip in from another keyboard
        "a": "а",
        "c": "с",
        "e": "е",
        "i": "и",
        "o": "о",
        "p": "р",
        "x": "х",
        "y": "у",
    }
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written, and folded for comparison."""

    written: str
    folded: str

    @property
    def is_capitalised(self) -> bool:
        return self.written[:1].isupper() and not self.written.isupper()


def fold(word: str) -> str:
    """Lower case, one letter for those that the two languages spell apart, none twice in a row."""
    plain = word.casefold().translate(_FOLDED)
    return "".join(letter for letter, _ in groupby(plain))


def split(text: str) -> list[list[Word]]:
    """Return the words of each sentence; sentences without a word are left out."""
    parts = (_WORD.findall(part) for part in _SENTENCE_ENDS.split(text))
    return [[Word(word, fold(word)) for word in words] for words in parts if words]
