"""A page of a list, as ЕСОЗ sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from bot.clients.esoz.envelope import Answer
from bot.domain.cabinet import Page

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")

PAGE_SIZE = 50


class PagePlace(Answer):
    page_number: int = 1
    page_size: int = PAGE_SIZE
    total_entries: int = 0
    total_pages: int = 1


class Paged(Answer):
    """The base of a list's answer."""

    paging: PagePlace | None = None

    def page_of(self, items: Iterable[T]) -> Page[T]:
        """Return the rows as a page; without `paging` they are all there is."""
        listed = tuple(items)
        place = self.paging or PagePlace(total_entries=len(listed))
        return Page(listed, place.page_number, max(place.total_pages, 1), place.total_entries)
