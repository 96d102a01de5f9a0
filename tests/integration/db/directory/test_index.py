"""The search in memory follows the stored directory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.db.repositories.nearby import NearbyRepository
from bot.domain.directory import Point, Wish
from bot.domain.directory.records import Export
from bot.errors import Unavailable
from bot.services.directory_index import DirectoryIndex
from tests.integration.db.directory.exports import LVIV

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.db.repositories.directory import DirectoryRepository
    from bot.services.sync_directory import SyncDirectory
    from tests.integration.db.directory.conftest import Shown
    from tests.integration.db.directory.exports import Exports

MAIDAN = Point(50.4501, 30.5234)


@pytest.fixture
def index(directory: DirectoryRepository) -> DirectoryIndex:
    return DirectoryIndex(listing=directory)


async def found(index: DirectoryIndex, shown: Shown, text: str, wish: Wish) -> list[str]:
    current = index.current
    hits = current.index.search(text, among=current.facets.matching(wish)).hits
    doctors = await shown.directory.doctors([hit.key for hit in hits])
    return [doctor.last_name for doctor in doctors]


async def test_nothing_is_found_before_the_first_sync(index: DirectoryIndex) -> None:
    assert not await index.refresh()
    with pytest.raises(Unavailable):
        _ = index.current


async def test_new_generation_is_taken_in_once(
    index: DirectoryIndex, sync: SyncDirectory, shown: Shown, exports: Exports
) -> None:
    await sync()
    assert await index.refresh()
    assert not await index.refresh()
    assert await found(index, shown, "шевченко", Wish(doctors=True)) == ["Шевченко"]
    exports.change(Export.PARTIES, "Шевченко Олена Іванівна", last_name="Ткаченко")
    await sync(full=True)
    old = index.current
    assert await index.refresh()
    assert index.current.generation == old.generation + 1
    assert await found(index, shown, "ткаченко", Wish(doctors=True)) == ["Ткаченко"]


async def test_filters_stand_beside_the_words(
    index: DirectoryIndex, sync: SyncDirectory, shown: Shown
) -> None:
    await sync()
    await index.refresh()
    free = Wish(doctors=True, has_free_places=True)
    assert await found(index, shown, "київ", free) == ["Шевченко"]
    children = Wish(doctors=True, specialities=frozenset({"PEDIATRICIAN"}))
    assert await found(index, shown, "київ", children) == ["Бондар"]


async def test_closed_index_builds_no_more(index: DirectoryIndex, sync: SyncDirectory) -> None:
    await sync()
    index.close()
    assert not await index.refresh()


async def test_nearest_come_first_with_their_distance(
    engine: AsyncEngine, sync: SyncDirectory, shown: Shown
) -> None:
    await sync()
    nearby = NearbyRepository(engine)
    [(key, km), *rest] = await nearby.divisions(MAIDAN, limit=5)
    assert (await shown.directory.division(key)).name == "Амбулаторія 1"
    assert km == pytest.approx(0.24, abs=0.01)
    assert rest == []  # Lviv is not near
    lviv = Point(LVIV["latitude"], LVIV["longitude"] + 0.5)
    [(key, km)] = await nearby.divisions(lviv, limit=5)
    assert (await shown.directory.division(key)).name == "Амбулаторія 2"
    assert km == pytest.approx(35.9, abs=0.2)


async def test_nearest_doctors_may_be_filtered(
    engine: AsyncEngine, sync: SyncDirectory, shown: Shown
) -> None:
    await sync()
    doctors = {doctor.last_name: doctor.key for doctor in (await shown.doctors()).values()}
    nearby = NearbyRepository(engine)
    assert {key for key, _ in await nearby.doctors(MAIDAN, limit=5)} == set(doctors.values())
    wanted = doctors["Бондар"]
    only = await nearby.doctors(MAIDAN, limit=5, among=lambda key: key == wanted)
    assert [key for key, _ in only] == [wanted]


async def test_doctors_of_a_division_come_by_name(sync: SyncDirectory, shown: Shown) -> None:
    await sync()
    doctors = await shown.doctors()
    division = next(iter(doctors.values())).division
    keys = await shown.directory.doctor_keys_at(division.key)
    names = [doctor.last_name for doctor in await shown.directory.doctors(keys)]
    assert names == ["Бондар", "Шевченко"]
