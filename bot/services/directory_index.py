"""Keeps the search over the directory in memory, and renews it when the data change."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bot.domain.directory.facets import Facets
from bot.domain.search import Index
from bot.errors import Conflict, Outage, Unavailable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from bot.domain.directory.listed import Listed
    from bot.domain.search import Entry


class Listing(Protocol):
    """What there is to be found, by generation of the data."""

    async def generation(self) -> int:
        """0 before the first sync."""
        ...

    def pages(self, generation: int) -> AsyncIterator[list[Listed]]:
        """Raises Conflict when another generation is shown."""
        ...


@dataclass(frozen=True, slots=True)
class Findable:
    """One generation: `index` finds keys by words, `facets` makes the filters for it."""

    generation: int
    index: Index
    facets: Facets


class DirectoryIndex:
    """The old generation answers until the new one is ready."""

    def __init__(self, *, listing: Listing) -> None:
        self._listing = listing
        self._current: Findable | None = None
        self._building = asyncio.Lock()
        self._is_closed = False

    @property
    def current(self) -> Findable:
        """Raises Unavailable before the first generation is ready."""
        if self._current is None:
            raise Unavailable(Outage.DOWN)
        return self._current

    def close(self) -> None:
        """Let a building end early; it would keep the process from ending."""
        self._is_closed = True

    async def refresh(self) -> bool:
        """Look whether there is a new generation, and take it in; True when it was taken.

        The work is done in a thread. Raises Unavailable.
        """
        async with self._building:
            generation = await self._listing.generation()
            if generation == 0 or (self._current and self._current.generation == generation):
                return False
            loop = asyncio.get_running_loop()
            try:
                self._current = await asyncio.to_thread(self._build, generation, loop)
            except Conflict:  # a newer one already: the next look takes that
                return False
            return True

    def _build(self, generation: int, loop: asyncio.AbstractEventLoop) -> Findable:
        facets = Facets()
        index = Index.build(self._entries(generation, facets, loop))
        return Findable(generation, index, facets)

    def _entries(
        self, generation: int, facets: Facets, loop: asyncio.AbstractEventLoop
    ) -> Iterator[Entry]:
        """Pull the pages from the event loop's side into the building thread."""
        pages = self._listing.pages(generation)
        while not self._is_closed:
            page = asyncio.run_coroutine_threadsafe(_next(pages), loop).result()
            if page is None:
                return
            for entry, traits in page:
                facets.add(traits)
                yield entry
        raise Conflict


async def _next(pages: AsyncIterator[list[Listed]]) -> list[Listed] | None:
    return await anext(pages, None)
