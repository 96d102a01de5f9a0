"""Chance that repeats itself: every record has dice of its own, so none needs another."""

from __future__ import annotations

from enum import IntEnum
from hashlib import blake2b
from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

_T = TypeVar("_T")


class Purpose(IntEnum):
    """What the dice are for; another purpose never shifts them."""

    PLAN = 1
    LEGAL_ENTITY = 2
    DIVISION = 3
    OFFER = 4
    DOCTOR = 5
    OWNER = 6
    SERVICE = 7


def dice(seed: int, purpose: Purpose, index: int = 0) -> Random:
    return Random(seed << 48 | purpose << 40 | index)  # noqa: S311 - invented data, nothing secret


class Weighted(Generic[_T]):
    """Things of which some come more often than others."""

    def __init__(self, weights: Sequence[tuple[_T, float]]) -> None:
        self.things = [thing for thing, _ in weights]
        self._cumulative = list(accumulate(weight for _, weight in weights))

    def pick(self, random: Random) -> _T:
        return random.choices(self.things, cum_weights=self._cumulative)[0]


def ranked(things: Sequence[_T], *, shift: float) -> Weighted[_T]:
    """Things in order of how common they are, as names are: weight 1 / (rank + `shift`)."""
    return Weighted([(thing, 1 / (rank + shift)) for rank, thing in enumerate(things)])


def record_id(kind: str, index: int) -> str:
    """A UUID that ends in the record's number, so that the number can be read back."""
    sign = blake2b(f"{kind}:{index}".encode(), digest_size=8).hexdigest()
    return f"{sign[:8]}-{sign[8:12]}-4{sign[12:15]}-a{sign[13:16]}-{index:012x}"


def index_of(kind: str, record: str) -> int | None:
    """The number that `record_id` made this id of; None when it made it not."""
    try:
        index = int(record[-12:], 16)
    except ValueError:
        return None
    return index if record_id(kind, index) == record else None
