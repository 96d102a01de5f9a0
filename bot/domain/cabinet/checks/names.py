"""Surname, given name, patronymic: the rules of 2026 (esoz.md §9.2)."""

from __future__ import annotations

import re
from typing import Final

from bot.domain.cabinet.checks.faults import Fault
from bot.domain.cabinet.checks.typed import cyrillic, tidy
from bot.errors import InvalidInput

_LETTERS: Final = "А-ЩЬЮЯҐЄІЇа-щьюяґєії"
_UKRAINIAN: Final = re.compile(rf"[{_LETTERS}\s.\-/']+")
_LATIN: Final = re.compile(r"[A-Za-z\s.\-/']+")
_ENDS_BADLY: Final = (" ", "-", "/", "'")
_DOUBLED: Final = re.compile(r"([\s.\-/'])\1")
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


def name(text: str, *, was: str = "") -> str:
    """Return a name in its capitals; raises InvalidInput for signs that no name has.

    Ukrainian letters are asked for, unless the name that stands at ЕСОЗ is in Latin ones (`was`).
    """
    typed = tidy(text)
    if was and _LATIN.fullmatch(was):
        whole = _in_alphabet(typed, _LATIN)
    else:
        whole = _in_alphabet(_without_look_alikes(typed), _UKRAINIAN)
    if not whole[0].isalpha():
        raise InvalidInput(Fault.NAME_BEGINNING)
    if whole.endswith(_ENDS_BADLY):
        raise InvalidInput(Fault.NAME_END)
    if _DOUBLED.search(whole):
        raise InvalidInput(Fault.NAME_DOUBLED_SIGN)
    return _capitalised(whole)


def _in_alphabet(typed: str, alphabet: re.Pattern[str]) -> str:
    if alphabet.fullmatch(typed):
        return typed
    if _LATIN.fullmatch(typed) or _UKRAINIAN.fullmatch(typed):
        raise InvalidInput(Fault.NAME_ALPHABET)
    raise InvalidInput(Fault.NAME_LETTERS)


def _without_look_alikes(typed: str) -> str:
    """Return a Cyrillic name without Latin letters; one all in Latin is told apart, not turned."""
    return typed if _LATIN.fullmatch(typed) else cyrillic(typed)


def _capitalised(whole: str) -> str:
    """Give a name typed all in small or all in large letters its capitals; keep any other."""
    if not (whole.islower() or whole.isupper()):
        return whole
    return _WORD.sub(lambda word: word[0].capitalize(), whole.lower())
