"""Collects the words of entries as they stream by, then makes the vocabulary of them."""

from __future__ import annotations

import re
from array import array
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from bot.domain.search.folding import sound, written_words
from bot.domain.search.letters import APOSTROPHES
from bot.domain.search.places import former_names
from bot.domain.search.postings import Field, Posting
from bot.domain.search.tables import foreign_words, speciality_words
from bot.domain.search.vocabulary import Meaning, Vocabulary

if TYPE_CHECKING:
    from bot.domain.search.entry import Entry

_STRENGTHS: Final = {Field.NAME: 16, Field.PLACE: 15, Field.FACILITY: 13}
_APOSTROPHE: Final = re.compile(f"[{re.escape(APOSTROPHES)}]")
_WITH_APOSTROPHE: Final = re.compile(rf"[^\W\d_]+{_APOSTROPHE.pattern}[^\W\d_]+")
_HYPHENED: Final = re.compile(r"[^\W\d_]+-[^\W\d_]+")


class Collection:
    """Entries are numbered in the order in which they come."""

    def __init__(self) -> None:
        self.keys = array("q")
        self._words: dict[Field, dict[str, array[int]]] = {field: {} for field in _STRENGTHS}
        self._shown: dict[str, str] = {}
        self._codes: dict[str, array[int]] = {}
        self._initials: tuple[dict[str, array[int]], ...] = ({}, {})

    def add(self, entry: Entry) -> None:
        number = len(self.keys)
        self.keys.append(entry.key)
        places = (*entry.places, *former_names(entry.places))
        for field, texts in (
            (Field.NAME, entry.name),
            (Field.PLACE, places),
            (Field.FACILITY, entry.facility),
        ):
            for text in texts:
                self._shown.update(_shown_words(text))
                for word in _words_of(text):
                    _note(self._words[field], word, number)
        for initials, name in zip(self._initials, entry.name[1:], strict=False):
            if initial := _initial_of(name):
                _note(initials, initial, number)
        if entry.speciality:
            _note(self._codes, entry.speciality, number)

    def vocabulary(self) -> Vocabulary:
        """The words of all entries; the collection is empty afterwards, to spare memory."""
        meanings: dict[str, list[Meaning]] = {}
        for field, words in self._words.items():
            while words:
                text, numbers = words.popitem()
                shown = self._shown.get(text, text)
                meaning = Meaning(field, shown, _STRENGTHS[field], Posting(numbers))
                meanings.setdefault(text, []).append(meaning)
        for text, found in self._speciality_meanings().items():
            meanings.setdefault(text, []).extend(found)
        return Vocabulary(meanings, foreign_words())

    def initials(self) -> tuple[dict[str, Posting], ...]:
        """Who has a first name, and who a patronymic, that begins with a sound."""
        return tuple(
            {initial: Posting(numbers) for initial, numbers in initials.items()}
            for initials in self._initials
        )

    def _speciality_meanings(self) -> dict[str, list[Meaning]]:
        postings = {code: Posting(numbers) for code, numbers in self._codes.items()}
        return {
            word: [
                Meaning(Field.SPECIALITY, code, fit, postings[code])
                for code, fit in codes.items()
                if code in postings
            ]
            for word, codes in speciality_words().items()
        }


def _note(words: dict[str, array[int]], word: str, number: int) -> None:
    numbers = words.get(word)
    if numbers is None:
        words[word] = array("I", (number,))
    elif numbers[-1] != number:
        numbers.append(number)


@lru_cache(maxsize=32_768)
def _words_of(text: str) -> tuple[str, ...]:
    """The words of a text but lone letters («с. Диканька»); a double name also in one piece."""
    joined = ("".join(written_words(double)) for double in _HYPHENED.findall(text))
    words = (word for word in written_words(text) if len(word) > 1 or word.isdigit())
    return tuple(dict.fromkeys((*words, *joined)))


@lru_cache(maxsize=32_768)
def _shown_words(text: str) -> tuple[tuple[str, str], ...]:
    """Words that have an apostrophe, as they are looked up and as they are shown."""
    return tuple(
        ("".join(written_words(word)), _APOSTROPHE.sub("’", word.lower()))
        for word in _WITH_APOSTROPHE.findall(text)
    )


@lru_cache(maxsize=32_768)
def _initial_of(name: str) -> str:
    """The sound of a name's first letter; a facility's name of many words has none."""
    words = written_words(name)
    return sound(words[0][0]) if len(words) == 1 else ""
