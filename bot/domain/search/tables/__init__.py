"""Words that must be known beforehand, kept as data beside this file and read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

FULL = 16
PART = 14
LOOSE = 10
"""How well a word names a speciality, in sixteenths: alone, within a phrase, now and then."""


@dataclass(frozen=True, slots=True)
class Renaming:
    """A settlement's former name; `oblast` is the adjective, in small letters."""

    old: str
    new: str
    oblast: str


@cache
def filler_words() -> frozenset[str]:
    """Words of a query that say nothing about whom or what is looked for."""
    return frozenset(word for line in _lines("filler_words.txt") for word in line.split())


@cache
def speciality_words() -> dict[str, dict[str, int]]:
    """For each word, the SPECIALITY_TYPE codes that it may mean and how well."""
    words: dict[str, dict[str, int]] = {}
    for line in _lines("specialities.txt"):
        code, _, phrases = line.partition(":")
        for phrase in phrases.split(","):
            parts = phrase.replace("~", " ").split()
            fit = LOOSE if "~" in phrase else FULL if len(parts) == 1 else PART
            for word in parts:
                codes = words.setdefault(word, {})
                codes[code] = max(fit, codes.get(code, 0))
    return words


@cache
def foreign_words() -> tuple[tuple[str, str], ...]:
    """Pairs: how a word is written in Russian or English, and the directory's word."""
    return tuple(
        (foreign.strip(), own.strip())
        for line in _lines("foreign_words.txt")
        for own, _, others in (line.partition(":"),)
        for foreign in others.split(",")
    )


@cache
def renamings() -> dict[str, tuple[Renaming, ...]]:
    """Former names by the new name, in small letters."""
    found: dict[str, tuple[Renaming, ...]] = {}
    for line in _lines("renamed_settlements.txt"):
        new, old, oblast = (cell.strip() for cell in line.split("|"))
        found[new.lower()] = (*found.get(new.lower(), ()), Renaming(old, new, oblast.lower()))
    return found


def _lines(name: str) -> Iterator[str]:
    for line in files(__package__).joinpath(name).read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line
