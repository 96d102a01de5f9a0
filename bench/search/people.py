"""Invents a country of doctors for measuring: names, places and facilities with true skew.

Surnames are put together of roots and endings, so the list has far more near twins than the
real one: a slip of the hand often makes another surname of the same list.
"""

from __future__ import annotations

from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING, Final, TypeVar

from bench.search.names import ENDINGS, MEN, PATRONYMICS, ROOTS, WOMEN
from bench.search.settlements import BIG, OBLASTS, STREETS, VILLAGE_ENDINGS, VILLAGE_ROOTS
from bot.domain.search import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PRIMARY: Final = ("FAMILY_DOCTOR", "THERAPIST", "PEDIATRICIAN")
_SPECIALISTS: Final = (
    *("CARDIOLOGY", "NEUROLOGY", "OPHTHALMOLOGY", "ENDOCRINOLOGY", "GENERAL_SURGERY"),
    *("OTORHINOLARYNGOLOGY", "OBSTETRICS_AND_GYNECOLOGY", "STOMATOLOGY", "UROLOGY"),
    *("ORTHOPAEDICS", "PSYCHIATRY", "DERMATO-VENEREOLOGY", "PEDIATRIC_NEUROLOGY"),
)
_KINDS: Final = ("Амбулаторія", "Поліклініка", "Міська лікарня", "Центральна лікарня", "Клініка")
_DOCTORS_PER_DIVISION: Final = 5
_BIG_SHARE: Final = 0.7
_PRIMARY_SHARE: Final = 0.25

Place = tuple[str, ...]
T = TypeVar("T")


class Country:
    """`size` doctors over size / 5 divisions; equal sizes give equal countries."""

    def __init__(self, size: int) -> None:
        self._random = Random(f"country:{size}")  # noqa: S311 - invented data, nothing secret
        self._size = size
        self._surnames = [root + ending for root in ROOTS for ending in ENDINGS]
        self._random.shuffle(self._surnames)
        self._surname_weights = _falling(len(self._surnames))
        self._villages = self._all_villages()

    def doctors(self) -> Iterator[Entry]:
        divisions = [self._division() for _ in range(self._size // _DOCTORS_PER_DIVISION)]
        for key in range(self._size):
            places, facility = divisions[key % len(divisions)]
            is_primary = self._random.random() < _PRIMARY_SHARE
            yield Entry(
                key=key,
                name=self._name(),
                places=places,
                facility=facility,
                speciality=self._random.choice(_PRIMARY if is_primary else _SPECIALISTS),
            )

    def _name(self) -> tuple[str, str, str]:
        is_man = self._random.random() < 1 / 3
        (surname,) = self._random.choices(self._surnames, cum_weights=self._surname_weights)
        son, daughter = self._drawn(PATRONYMICS)
        first = self._drawn(MEN if is_man else WOMEN)
        return _gendered(surname, is_man=is_man), first, son if is_man else daughter

    def _division(self) -> tuple[Place, tuple[str, ...]]:
        settlement, oblast = self._settlement()
        number = self._random.randrange(1, 40)
        kind = self._random.choice(_KINDS)
        street = f"вул. {self._random.choice(STREETS)}"
        facility = (f"КНП «Центр первинної допомоги № {number % 7 + 1}»", f"{kind} № {number}")
        return (settlement, oblast, street), facility

    def _settlement(self) -> tuple[str, str]:
        if self._random.random() < _BIG_SHARE:
            return self._drawn(BIG)
        return self._random.choice(self._villages)

    def _all_villages(self) -> list[tuple[str, str]]:
        return [
            (root + ending, self._random.choice(OBLASTS))
            for root in VILLAGE_ROOTS
            for ending in VILLAGE_ENDINGS
        ]

    def _drawn(self, things: Sequence[T]) -> T:
        (drawn,) = self._random.choices(things, cum_weights=_falling(len(things)))
        return drawn


def _falling(count: int) -> list[float]:
    """Cumulative weights that fall as frequencies of names do (Zipf, flattened)."""
    return list(accumulate(1 / (rank + 20) ** 0.9 for rank in range(count)))


def _gendered(surname: str, *, is_man: bool) -> str:
    return surname if is_man or not surname.endswith("ий") else f"{surname[:-2]}а"
