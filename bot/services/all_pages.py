"""Reads a list of ЕСОЗ from its first page to its last, and cuts it into pages for a chat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from bot.domain.cabinet import Page

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

_MOST_PAGES = 10
"""A person has a handful of declarations: more pages than this is a fault, and is cut off."""


class HasId(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=HasId)
Item = TypeVar("Item")


async def all_pages(read: Callable[[int], Awaitable[Page[T]]]) -> list[T]:
    """Return every entry once: a list that grows while it is read shows one on two pages."""
    found: dict[str, T] = {}
    for number in range(1, _MOST_PAGES + 1):
        page = await read(number)
        found.update((item.id, item) for item in page.items)
        if not page.has_more:
            break
    return list(found.values())


def page_of(items: Sequence[Item], number: int, size: int) -> Page[Item]:
    """Return page `number` of `items`, the nearest one where there is no such page."""
    pages = max(-(-len(items) // size), 1)
    number = min(max(number, 1), pages)
    shown = items[(number - 1) * size : number * size]
    return Page(tuple(shown), number, pages, len(items))
