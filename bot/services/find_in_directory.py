"""A patient looks for a doctor or a facility, by words or by where they are."""

from __future__ import annotations

import asyncio
from array import array
from dataclasses import dataclass, replace
from secrets import token_urlsafe
from typing import TYPE_CHECKING, Final

from bot.domain.finding import MOST_KEPT, Filters, Search, Wanted, wish_for
from bot.domain.search import Understood

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.domain.clock import Clock
    from bot.domain.directory import Point, Wish
    from bot.domain.search import Hit, SearchResult
    from bot.services.directory_index import Findable
    from bot.services.searches import Lookup, Nearby, SearchStore

_NEAREST: Final = 200
_MOST_HITS: Final = 5 * MOST_KEPT
"""Of doctors and divisions together, before they become facilities."""
_ID_BYTES: Final = 6
_CLOSE_SHARE: Final = 0.8
"""Below it a word fits badly: a street named after the town, a surname that is only like."""
_FARTHEST_KM: Final = 65_535


@dataclass(frozen=True, slots=True)
class Found:
    search: Search
    understood: Understood


class FindInDirectory:
    """Keeps what it finds, so that the patient can page through it."""

    def __init__(
        self, *, lookup: Lookup, nearby: Nearby, searches: SearchStore, clock: Clock
    ) -> None:
        self._lookup = lookup
        self._nearby = nearby
        self._searches = searches
        self._clock = clock

    async def by_words(
        self, *, telegram_id: int, wanted: Wanted, text: str, speciality: str = ""
    ) -> Found:
        """`speciality` is a code that a facility must have. Raises Unavailable."""
        findable = self._lookup.current
        result, keys = await asyncio.to_thread(self._searched, findable, wanted, text, speciality)
        search = Search(
            id=token_urlsafe(_ID_BYTES),
            wanted=wanted,
            keys=array("I", keys),
            is_guess=result.is_guess,
        )
        await self._keep(search, telegram_id)
        return Found(search, result.understood)

    async def nearby(
        self, *, telegram_id: int, wanted: Wanted, origin: Point, speciality: str = ""
    ) -> Found:
        """As `by_words`, by distance alone."""
        among = self._lookup.current.facets.matching(self._wish(wanted, speciality))
        nearest = self._nearby.doctors if wanted.is_doctor else self._nearby.divisions
        found = await nearest(origin, limit=_NEAREST, among=among)
        search = Search(
            id=token_urlsafe(_ID_BYTES),
            wanted=wanted,
            keys=array("I", (key for key, _ in found)),
            kms=array("H", (min(round(km), _FARTHEST_KM) for _, km in found)),
        )
        await self._keep(search, telegram_id)
        return Found(search, Understood())

    def _searched(
        self, findable: Findable, wanted: Wanted, text: str, speciality: str
    ) -> tuple[SearchResult, list[int]]:
        if wanted.is_doctor:
            among = findable.facets.matching(self._wish(wanted, speciality))
            result = findable.index.search(text, limit=MOST_KEPT, among=among)
            return result, [hit.key for hit in _close(result)]
        return self._facilities(findable, text, speciality)

    def _facilities(
        self, findable: Findable, text: str, speciality: str
    ) -> tuple[SearchResult, list[int]]:
        """Facilities by their own words, and by those of the doctors who work there."""
        wish = self._wish(Wanted.FACILITY, speciality)
        anyone = findable.facets.matching(replace(wish, divisions=False))
        result = findable.index.search(text, limit=_MOST_HITS, among=anyone)
        is_facility = findable.facets.matching(wish)
        places = (findable.facets.division_key(hit.key) for hit in _close(result))
        divisions = (key for key in places if key is not None and is_facility(key))
        return result, _first_different(divisions, MOST_KEPT)

    def _wish(self, wanted: Wanted, speciality: str) -> Wish:
        return wish_for(wanted, Filters.NONE, self._clock.now(), speciality=speciality)

    async def _keep(self, search: Search, telegram_id: int) -> None:
        await self._searches.add(search, telegram_id, self._clock.now())


def _close(result: SearchResult) -> Iterator[Hit]:
    """The hits that fit about as well as the best; for a guess all that there are."""
    least = 0.0 if result.is_guess or not result.hits else result.hits[0].score * _CLOSE_SHARE
    return (hit for hit in result.hits if hit.score >= least)


def _first_different(keys: Iterable[int], count: int) -> list[int]:
    return list(dict.fromkeys(keys))[:count]
