"""A column of values that many keys share, each distinct value kept once."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

V = TypeVar("V")


class SharedValues(Generic[V]):
    """`places[key]` is the place of the key's value among the distinct ones."""

    def __init__(self) -> None:
        self.places = array("I")
        self._values: dict[V, int] = {}

    def make_room(self, keys: int) -> None:
        """Let `keys` more keys be put."""
        self.places.frombytes(bytes(keys * self.places.itemsize))

    def put(self, key: int, value: V) -> None:
        self.places[key] = self._values.setdefault(value, len(self._values))

    def those(self, fits: Callable[[V], bool]) -> bytes:
        """1 at the place of each distinct value that fits, 0 at the others."""
        return bytes(map(fits, self._values))
