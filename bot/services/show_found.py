"""A patient pages through what was found, narrowed by filters."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.domain.finding import PAGE_SIZE, Filters, filters_for, wish_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.domain.clock import Clock
    from bot.domain.directory import Division, Doctor
    from bot.domain.finding import Search
    from bot.services.searches import DirectoryRows, Lookup, SearchStore


@dataclass(frozen=True, slots=True)
class FoundPage:
    """One page; `number` counts from 1, `kms` is by key and may be empty.

    Either `doctors` or `divisions` is filled, as was wanted.
    """

    search: Search
    filters: Filters
    number: int
    pages: int
    total: int
    doctors: tuple[Doctor, ...] = ()
    divisions: tuple[Division, ...] = ()
    kms: Mapping[int, int] = field(default_factory=dict)

    @property
    def first_place(self) -> int:
        """The place of the page's first row in the whole list, from 1."""
        return (self.number - 1) * PAGE_SIZE + 1


@dataclass(frozen=True, slots=True)
class FilterCounts:
    """How many are left now, and how many with each filter turned the other way."""

    search: Search
    filters: Filters
    total: int
    with_toggled: Mapping[Filters, int]


class ShowFound:
    """Every method raises NotFound for a search that is gone, and Unavailable."""

    def __init__(
        self, *, lookup: Lookup, rows: DirectoryRows, searches: SearchStore, clock: Clock
    ) -> None:
        self._lookup = lookup
        self._rows = rows
        self._searches = searches
        self._clock = clock

    async def page(
        self, *, telegram_id: int, search_id: str, number: int, filters: Filters
    ) -> FoundPage:
        """The page nearest to `number` that there is."""
        search = await self._searches.get(search_id, telegram_id)
        places = self._places(search, filters)
        pages = max(1, -(-len(places) // PAGE_SIZE))
        number = min(max(number, 1), pages)
        shown = places[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        keys = [search.keys[place] for place in shown]
        is_doctor = search.wanted.is_doctor
        return FoundPage(
            search=search,
            filters=filters,
            number=number,
            pages=pages,
            total=len(places),
            doctors=tuple(await self._rows.doctors(keys)) if is_doctor else (),
            divisions=() if is_doctor else tuple(await self._rows.divisions(keys)),
            kms={search.keys[place]: search.kms[place] for place in shown} if search.kms else {},
        )

    async def counts(self, *, telegram_id: int, search_id: str, filters: Filters) -> FilterCounts:
        search = await self._searches.get(search_id, telegram_id)
        return FilterCounts(
            search=search,
            filters=filters,
            total=len(self._places(search, filters)),
            with_toggled={
                one: len(self._places(search, filters.toggled(one)))
                for one in filters_for(search.wanted)
            },
        )

    def _places(self, search: Search, filters: Filters) -> list[int]:
        """The places in the search of what passes the filters and is still in the directory."""
        wish = wish_for(search.wanted, filters, self._clock.now())
        passes = self._lookup.current.facets.matching(wish)
        return [place for place, key in enumerate(search.keys) if passes(key)]
