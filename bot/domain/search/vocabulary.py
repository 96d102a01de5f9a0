"""The distinct words of the directory, and which of them a typed word may mean."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from bot.domain.search.distance import slips
from bot.domain.search.folding import sound, stem, written_words
from bot.domain.search.near_words import NearWords, slips_allowed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bot.domain.search.postings import Field, Posting

# How well a word answers, in sixteenths.
FULL: Final = 16
SAME_SOUND: Final = 15
SAME_STEM: Final = 14
BEGINNING: Final = 9
NEAREST: Final = 5

_LONGEST_ENDING: Final = 2
_SLIP_COST: Final = 24
_SHORTEST_BEGINNING: Final = 3
_SHORT_STEM: Final = 5
_MOST_CONTINUATIONS: Final = 300
_MOST_NEAREST: Final = 5
_NEAREST_SLIPS: Final = 4
_SHORTEST_GUESSED: Final = 4

_OF_A_WOMAN: Final = re.compile("(?:a|oiu?)$")


@dataclass(frozen=True, slots=True, eq=False)
class Meaning:
    """What a word stands for in one field; `strength` in sixteenths, `label` to be shown."""

    field: Field
    label: str
    strength: int
    posting: Posting


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    text: str
    heard: str
    meanings: tuple[Meaning, ...]


class Vocabulary:
    """`aliases` are pairs of a foreign word and the word of the directory that it stands for."""

    def __init__(
        self, meanings: Mapping[str, Iterable[Meaning]], aliases: Iterable[tuple[str, str]]
    ) -> None:
        self._words = sorted(
            (Word(text, sound(text), tuple(found)) for text, found in meanings.items()),
            key=lambda word: (word.heard, word.text),
        )
        self._heard = [word.heard for word in self._words]
        self._forms: dict[str, list[int]] = {}
        for number, word in enumerate(self._words):
            for form in forms_of(word.heard):
                self._forms.setdefault(form, []).append(number)
        self._add_aliases(aliases)
        self._form_list = [form for form in self._forms if not _has_digit(form)]
        self._near = NearWords(self._form_list)

    def sounds(self) -> list[str]:
        return self._heard

    def knows(self, heard: str) -> bool:
        """Whether a word of the directory sounds so, but for its ending."""
        return stem(heard) in self._forms

    def read(self, text: str) -> dict[Word, int]:
        """Words that `text` may mean, each with how well it answers, in sixteenths."""
        heard = sound(text)
        answers = {
            word: _quality(word, text, heard) - cost
            for number, cost in sorted(self._slipped(heard, text).items())
            for word in (self._words[number],)
        }
        for word in self._continuations(heard):
            answers.setdefault(word, BEGINNING)
        return answers

    def nearest(self, text: str) -> dict[Word, int]:
        """Guesses for a word that means nothing: what begins alike and differs least."""
        heard = sound(text)
        if len(heard) < _SHORTEST_GUESSED:
            return {}
        ranked = sorted(
            (slips(heard, word.heard, _NEAREST_SLIPS), word.heard, word.text, word)
            for word in self._beginning_with(heard[:2])
        )
        return {row[3]: NEAREST for row in ranked[:_MOST_NEAREST] if row[0] <= _NEAREST_SLIPS}

    def _add_aliases(self, aliases: Iterable[tuple[str, str]]) -> None:
        for foreign, own in aliases:
            numbers = self._forms.get(stem(_heard(own)), [])
            for form in forms_of(_heard(foreign)) if numbers else ():
                known = self._forms.setdefault(form, [])
                known.extend(number for number in numbers if number not in known)

    def _slipped(self, heard: str, text: str) -> dict[int, int]:
        """Numbers of words with a form as near as its length allows, and what that costs.

        Two slips are looked for only when the very word is not there, and then in the whole
        word too: a slip may have made an ending, or a pair of letters that folds to one.
        """
        found: dict[int, int] = {}
        is_there = self._is_there(heard, text)
        for form in forms_of(heard) if is_there else {stem(heard), heard}:
            most = slips_allowed(max(len(form), len(text) - _LONGEST_ENDING))
            for known, distance in self._forms_near(form, min(most, 1) if is_there else most):
                cost = -(-_SLIP_COST * distance // max(len(form), len(known)))
                for number in self._forms[known]:
                    found[number] = min(cost, found.get(number, cost))
        return found

    def _is_there(self, heard: str, text: str) -> bool:
        """Whether a word is written so, or sounds so when Latin letters cannot say more."""
        at = bisect_left(self._heard, heard)
        while at < len(self._heard) and self._heard[at] == heard:
            if text.isascii() or self._words[at].text == text:
                return True
            at += 1
        return False

    def _forms_near(self, form: str, most: int) -> Iterator[tuple[str, int]]:
        if most == 0 or _has_digit(form):
            if form in self._forms:
                yield form, 0
            return
        for number in self._near.near(form, most):
            known = self._form_list[number]
            distance = slips(form, known, most)
            if distance <= most and _is_like(form, known):
                yield known, distance

    def _continuations(self, heard: str) -> Iterable[Word]:
        if len(heard) < _SHORTEST_BEGINNING or _has_digit(heard):
            return ()
        return islice(self._beginning_with(heard), _MOST_CONTINUATIONS)

    def _beginning_with(self, heard: str) -> Iterator[Word]:
        at = bisect_left(self._heard, heard)
        while heard and at < len(self._heard) and self._heard[at].startswith(heard):
            yield self._words[at]
            at += 1


def forms_of(heard: str) -> set[str]:
    """The stem, and the whole word too where the stem is too short to bear a slip."""
    bare = stem(heard)
    return {bare, heard} if len(bare) <= _SHORT_STEM else {bare}


def _is_like(form: str, known: str) -> bool:
    """Short words begin alike, or a slip makes any of them any other."""
    return len(form) > _SHORTEST_BEGINNING or form[0] == known[0]


def _heard(text: str) -> str:
    return sound("".join(written_words(text)))


def _quality(word: Word, text: str, heard: str) -> int:
    if word.text == text:
        return FULL
    if word.heard == heard:
        return SAME_SOUND
    is_same_gender = bool(_OF_A_WOMAN.search(heard)) == bool(_OF_A_WOMAN.search(word.heard))
    return SAME_STEM - (not is_same_gender)


def _has_digit(text: str) -> bool:
    return any(sign.isdigit() for sign in text)
