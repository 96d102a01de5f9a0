"""Which words of a text are ordinary words: what is left says nothing of anybody."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.content.morphology import parses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pymorphy3.analyzer import Parse

_MOST_WORDS: Final = 40
_SHORTEST: Final = 3
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SENTENCE_START = re.compile(r"(?:^|[.!?…\n])\W*$")
_SAYING = frozenset({"NOUN", "ADJF", "ADJS", "VERB", "INFN", "ADVB", "PRED", "GRND"})
_PROPER = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Init", "Abbr"})
_DATA = Path(__file__).parent / "data"


def common_words(text: str) -> frozenset[str]:
    """Return the basic forms of ordinary words; each once, of a long text the first ones.

    Left out: what no dictionary knows, whatever may also be a name or a place, numbers, words
    with a capital inside a sentence, and words that say nothing (prepositions, pronouns).
    """
    return frozenset(
        lemma for word in _candidates(text) if (lemma := _lemma(word)) and len(lemma) >= _SHORTEST
    )


def _candidates(text: str) -> Iterator[str]:
    for number, found in enumerate(_WORD.finditer(text)):
        if number == _MOST_WORDS:
            return
        word = found.group()
        is_first = _SENTENCE_START.search(text[: found.start()]) is not None
        if word.islower() or (is_first and word[1:].islower()):
            yield word.casefold().replace("’", "'")


@lru_cache(maxsize=4096)
def _lemma(word: str) -> str | None:
    found = parses(word)
    if not found or any(_is_proper(one) for one in found):
        return None
    best = found[0]
    return str(best.normal_form) if best.tag.POS in _SAYING else None


def _is_proper(parse: Parse) -> bool:
    """Whether a reading of the word is a name, a place or an abbreviation.

    The Ukrainian dictionary marks names of people but not those of places: these are a list.
    """
    return bool(_PROPER & parse.tag.grammemes) or parse.normal_form in _places()


@cache
def _places() -> frozenset[str]:
    lines = (_DATA / "place_words.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
