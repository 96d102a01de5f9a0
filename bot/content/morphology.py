"""Word forms of Ukrainian and Russian, from pymorphy3 and its dictionaries; all offline."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pymorphy3 import MorphAnalyzer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pymorphy3.analyzer import Parse


@cache
def _analysers() -> tuple[MorphAnalyzer, ...]:
    """Return both; they take half a second and 40 MB, so they are made once."""
    return MorphAnalyzer(lang="uk"), MorphAnalyzer(lang="ru")


def forms(word: str) -> frozenset[str]:
    """Return every form of `word`, itself included, in whichever language knows it."""
    return frozenset({word, *_forms(word)})


def _forms(word: str) -> Iterator[str]:
    for analyser in _analysers():
        for parse in analyser.parse(word):
            if parse.is_known and parse.normal_form == word:
                yield from (form.word for form in parse.lexeme)


def both_reflexives(forms: Iterable[str]) -> Iterator[str]:
    """Give «задихалась» beside «задихалася»: the dictionaries have one of the two."""
    for form in forms:
        yield form
        if form.endswith("ся"):
            yield form.removesuffix("ся") + "сь"


def is_known(word: str) -> bool:
    """Tell whether a dictionary has the word in this very form."""
    return any(analyser.word_is_known(word) for analyser in _analysers())


def parses(word: str) -> list[Parse]:
    """Return how the dictionaries read the word in this form, the likeliest first."""
    return [one for analyser in _analysers() for one in analyser.parse(word) if one.is_known]
