"""Ukrainian surnames: the commonest ones first, then many made of stems and endings."""

from __future__ import annotations

from itertools import product

from sandbox.directory.words import words

# The commonest, roughly in order; after them everything else.
_COMMON = words("common_surnames")

_FIRST_NAME_STEMS = words("first_name_stems")
_FIRST_NAME_ENDINGS = (
    "енко",
    "ук",
    "юк",
    "чук",
    "ів",
    "ишин",
    "ців",
    "як",
    "яшенко",
    "ович",
    "ило",
)
_TRADE_STEMS = words("trade_stems")
_TRADE_ENDINGS = ("енко", "чук", "ук", "ець", "ик", "івський", "ський", "ич", "иченко")
_PLACE_STEMS = words("place_stems")
_NOUNS = words("noun_surnames")
_ADJECTIVES = words("adjective_surnames")
_ENDS_FEMININE = (
    ("ський", "ська"),
    ("цький", "цька"),
    ("зький", "зька"),
    ("ній", "ня"),
    ("ий", "а"),
    ("ов", "ова"),
    ("ев", "ева"),
)
# «юк» does not follow these sounds.
_HARD = tuple("гкхчшщжц")


def _made() -> list[str]:
    of_first_names = (
        stem + ending
        for ending, stem in product(_FIRST_NAME_ENDINGS, _FIRST_NAME_STEMS)
        if not (ending == "юк" and stem.endswith(_HARD))
    )
    of_trades = (stem + ending for ending, stem in product(_TRADE_ENDINGS, _TRADE_STEMS))
    of_places = (stem + ending for ending, stem in product(("ський", "ець"), _PLACE_STEMS))
    return [*_NOUNS, *_ADJECTIVES, *of_first_names, *of_trades, *of_places]


def feminine(surname: str) -> str:
    """The form of a woman's surname; most kinds of Ukrainian surnames have only one form."""
    for man, woman in _ENDS_FEMININE:
        if surname.endswith(man):
            return surname.removesuffix(man) + woman
    return surname


SURNAMES: tuple[str, ...] = tuple(dict.fromkeys([*_COMMON, *_made()]))
