"""A page of a list of ЕСОЗ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """`number` and `pages` count from 1; `total` is the number of entries on all pages."""

    items: tuple[T, ...]
    number: int = 1
    pages: int = 1
    total: int = 0

    @property
    def has_more(self) -> bool:
        return self.number < self.pages
