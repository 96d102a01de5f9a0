"""The parts of an address that a patient types (esoz.md §9.2)."""

from __future__ import annotations

import re
from typing import Final

from bot.domain.cabinet.checks.faults import Fault
from bot.domain.cabinet.checks.typed import cyrillic, digits, tidy
from bot.errors import InvalidInput

_RUSSIAN: Final = re.compile(r"[ЫЪЭЁыъэё]")
_BUILDING: Final = re.compile(r"[1-9][А-ЩЬЮЯҐЇІЄа-щьюяґїіє /'\-0-9]{0,20}")
_STREET: Final = re.compile(r"[А-ЩЬЮЯҐЇІЄа-щьюяґїіє0-9\s.,'\-/()№\"«»]+")


def postcode(text: str) -> str:
    """Return the five digits of a post office."""
    number = digits(text)
    if not re.fullmatch(r"[0-9]{5}", number):
        raise InvalidInput(Fault.POSTCODE_DIGITS)
    return number


def building(text: str) -> str:
    """Return a building's number with its letter or fraction: 12, 7-А, 3/5."""
    number = cyrillic(tidy(text))
    if not re.match(r"[1-9]", number):
        raise InvalidInput(Fault.BUILDING_BEGINNING)
    if not _BUILDING.fullmatch(number):
        raise InvalidInput(Fault.BUILDING_LETTERS)
    return number


def street(text: str) -> str:
    """Return a street's name in Ukrainian letters."""
    words = cyrillic(tidy(text))
    if _RUSSIAN.search(words) or not _STREET.fullmatch(words):
        raise InvalidInput(Fault.STREET_LETTERS)
    return words


def apartment(text: str) -> str:
    """Return an apartment's number as it was typed, in Ukrainian letters."""
    return cyrillic(tidy(text))
