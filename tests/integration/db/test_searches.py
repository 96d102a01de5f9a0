"""Searches come back as they were kept, and only to whoever searched."""

from __future__ import annotations

from array import array
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.db.repositories.searches import SearchRepository
from bot.domain.finding import MOST_KEPT, Search, Wanted
from bot.errors import NotFound

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
OLENA, IVAN = 7_000_000_001, 42
SEARCHES = {
    "by words": Search("words-_1", Wanted.ADULT, array("I", range(MOST_KEPT)), is_guess=True),
    "by place": Search("place-_1", Wanted.FACILITY, array("I", (2**31, 1)), array("H", (0, 512))),
    "nothing": Search("none--_1", Wanted.CHILD),
}


@pytest.mark.parametrize("search", SEARCHES.values(), ids=SEARCHES)
async def test_search_comes_back_as_it_was(engine: AsyncEngine, search: Search) -> None:
    repository = SearchRepository(engine)
    await repository.add(search, OLENA, NOW)
    assert await repository.get(search.id, OLENA) == search


async def test_search_of_somebody_else_is_not_found(engine: AsyncEngine) -> None:
    repository = SearchRepository(engine)
    search = SEARCHES["by place"]
    await repository.add(search, OLENA, NOW)
    with pytest.raises(NotFound):
        await repository.get(search.id, IVAN)
    with pytest.raises(NotFound):
        await repository.get("another1", OLENA)
