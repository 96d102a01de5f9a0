"""Makes the vocabulary: all forms of the words that phrases have, brought together by meaning."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.content import morphology
from bot.content.misspelt import NearestForm
from bot.domain.emergency import fold, split
from bot.domain.search.tables import PART, speciality_words
from bot.domain.understanding import SPECIALITY, TOWN, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bot.domain.understanding import Concepts

_EXACT = "="
_EXCLUDED = "!"
_MARK = "@"
_TOWNS = Path(__file__).parent / "data" / "place_words.txt"
_REMEMBERED = 10_000


def word_forms(words: Mapping[str, Any], phrases: Iterable[str]) -> Vocabulary:
    """Return the vocabulary of `phrases`; `words` has synonyms, fillers and light words."""
    fillers = frozenset(_forms(words["fillers"].split()))
    exact: dict[str, list[str]] = {}
    for concept, group in words["groups"].items():
        _add(exact, concept, _forms(group.split()))
    fillers -= exact.keys()
    for folded, written in _unknown(phrases, exact, fillers):
        lemma = _lemma(written)
        _add(exact, fold(lemma), {folded, *_forms([lemma])} - fillers)
    specialities = _specialities(words["not_doctors"].split())
    listed = set(_forms(words["own_topics"].split()))
    _add(exact, SPECIALITY, specialities.keys() - listed)
    _add(exact, TOWN, _forms(_towns()))
    for mark in (SPECIALITY, TOWN):
        exact[fold(mark.removeprefix(_MARK))] = [mark]
    found = {form: tuple(concepts) for form, concepts in exact.items()}
    return Vocabulary(found, _Near(found), fillers, specialities)


def _add(exact: dict[str, list[str]], concept: str, forms: Iterable[str]) -> None:
    for form in forms:
        known = exact.setdefault(form, [])
        if concept not in known:
            known.append(concept)


def _unknown(
    phrases: Iterable[str], exact: Mapping[str, list[str]], fillers: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """Give the words of the phrases that no group has, folded and as written."""
    for phrase in phrases:
        for sentence in split(phrase):
            for word in sentence:
                if word.folded not in exact and word.folded not in fillers:
                    yield word.folded, word.written.casefold().replace("’", "'")


def _lemma(written: str) -> str:
    found = morphology.parses(written)
    return found[0].normal_form if found else written


def _forms(words: Iterable[str]) -> set[str]:
    listed = list(words)
    excluded = {fold(word[1:]) for word in listed if word.startswith(_EXCLUDED)}
    return {fold(form) for form in _expanded(listed)} - excluded


def _expanded(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        if word.startswith(_EXACT):
            yield word.removeprefix(_EXACT)
        elif not word.startswith(_EXCLUDED):
            yield from morphology.both_reflexives(morphology.forms(word))


def _specialities(left_out: Iterable[str]) -> dict[str, dict[str, int]]:
    """Return the codes that each form of a doctor's or an examination's name means."""
    found: dict[str, dict[str, int]] = {}
    for word, codes in speciality_words().items():
        sure = {code: fit for code, fit in codes.items() if fit >= PART}
        for form in _forms([word]) if word not in left_out else ():
            found.setdefault(form, {}).update(sure)
    return {form: codes for form, codes in found.items() if codes}


def _towns() -> list[str]:
    lines = _TOWNS.read_text(encoding="utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]


class _Near:
    """What a misspelt word stands for; remembers the last ones."""

    def __init__(self, exact: Mapping[str, Concepts]) -> None:
        self._exact = exact
        self._nearest = lru_cache(maxsize=_REMEMBERED)(NearestForm(exact))

    def __call__(self, written: str, folded: str) -> Concepts:
        form = self._nearest(written, folded)
        return self._exact[form] if form else ()
