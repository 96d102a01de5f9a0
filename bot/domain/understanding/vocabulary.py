"""Turns words into what they stand for: synonyms, both languages, slips of the hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bot.domain.emergency import Word, split

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_MOST_WORDS: Final = 80
"""Read of one text; a longer one says the same again."""
Concepts = tuple[str, ...]
SPECIALITY: Final = "@speciality"
"""Stands for any kind of doctor or examination."""
TOWN: Final = "@place"
"""Stands for any town."""
DOCTOR: Final = "doctor"
"""The word for a doctor of any kind."""


@dataclass(frozen=True, slots=True)
class Said:
    """A word that carries meaning: what it may stand for, the likeliest first.

    Nothing at all stands for a word that is not of our subjects.
    """

    word: Word
    concepts: Concepts = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Forms are folded (`bot.domain.emergency.fold`).

    `exact` gives what a form stands for, `near` the same for a misspelt one; `fillers` are forms
    that say nothing about the subject; `specialities` are codes of SPECIALITY_TYPE that a form
    names, and how well, in sixteenths.
    """

    exact: Mapping[str, Concepts]
    near: Callable[[str, str], Concepts]
    fillers: frozenset[str]
    specialities: Mapping[str, Mapping[str, int]]

    def read(self, text: str) -> tuple[Said, ...]:
        """Return the words of `text` that carry meaning, in their order."""
        return tuple(self._read(text))

    def beginnings(self, text: str) -> Concepts:
        """Return what the last word of `text` may become when it is typed on."""
        words = _words(text)
        if not words:
            return ()
        begun = words[-1].folded
        found = (self.exact[form] for form in self.exact if form.startswith(begun))
        return tuple(dict.fromkeys(concept for concepts in found for concept in concepts[:1]))

    def _read(self, text: str) -> Iterator[Said]:
        for word in _words(text):
            if concepts := self.exact.get(word.folded):
                yield Said(word, concepts)
            elif word.folded not in self.fillers and _is_word(word.folded):
                yield Said(word, self.near(word.written, word.folded))


def _is_word(folded: str) -> bool:
    return len(folded) > 1 and not folded.isdigit()


def _words(text: str) -> list[Word]:
    return [word for sentence in split(text) for word in sentence][:_MOST_WORDS]
