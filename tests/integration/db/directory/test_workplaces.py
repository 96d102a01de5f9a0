"""Doctors and divisions by the ids that ЕСОЗ's lists of declarations hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.db.repositories.workplaces import WorkplaceRepository
from tests.integration.db.directory.exports import uuid_of

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.services.sync_directory import SyncDirectory

FIRST, SECOND = uuid_of("Амбулаторія 1"), uuid_of("Амбулаторія 2")
BONDAR = uuid_of("Бондар")


@pytest.fixture
async def workplaces(engine: AsyncEngine, sync: SyncDirectory) -> WorkplaceRepository:
    await sync()
    return WorkplaceRepository(engine)


async def test_doctor_is_found_by_employee_and_division(workplaces: WorkplaceRepository) -> None:
    found = await workplaces.doctors_of([(BONDAR, FIRST), (uuid_of("nobody"), FIRST)])
    assert {pair: doctor.last_name for pair, doctor in found.items()} == {
        (BONDAR, FIRST): "Бондар"
    }


async def test_doctor_who_moved_within_the_facility_is_found_all_the_same(
    workplaces: WorkplaceRepository,
) -> None:
    found = await workplaces.doctors_of([(BONDAR, SECOND)])
    assert found[BONDAR, SECOND].division.name == "Амбулаторія 1"


async def test_division_is_found_without_a_doctor(workplaces: WorkplaceRepository) -> None:
    found = await workplaces.divisions_of([SECOND, uuid_of("nowhere")])
    assert [division.name for division in found.values()] == ["Амбулаторія 2"]


async def test_nothing_asked_is_nothing_found(engine: AsyncEngine) -> None:
    empty = WorkplaceRepository(engine)
    assert await empty.doctors_of([]) == {}
    assert await empty.divisions_of([]) == {}
