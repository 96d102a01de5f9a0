"""What a search answers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """`score` compares hits of one search only."""

    key: int
    score: int


@dataclass(frozen=True, slots=True)
class Understood:
    """How the words of the query were read, judged by the best hit.

    Names, places and facilities are words of the directory, in small letters; specialities are
    SPECIALITY_TYPE codes. `unknown` are words of the query that the best hit does not explain.
    """

    name: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    facility: tuple[str, ...] = ()
    specialities: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchResult:
    """`is_guess`: no entry explains every word of the query; `hits` are only the nearest."""

    hits: tuple[Hit, ...] = ()
    is_guess: bool = False
    understood: Understood = Understood()
