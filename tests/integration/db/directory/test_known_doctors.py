"""Doctors as people: who somebody was, and where they work now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.db.repositories.known_doctors import KnownDoctorRepository
from bot.domain.directory.doctors import DoctorIdentity
from bot.domain.directory.records import Export
from tests.integration.db.directory.exports import uuid_of

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.services.sync_directory import SyncDirectory
    from tests.integration.db.directory.exports import Exports

NAME = "Бондар Марія Петрівна"
FORMER = uuid_of("Бондар, former post")


@pytest.fixture
async def known(
    engine: AsyncEngine, exports: Exports, sync: SyncDirectory
) -> KnownDoctorRepository:
    """Бондар left the second place and works at the first; a therapist is called the same."""
    exports.employee("Бондар, former post", NAME, "Амбулаторія 2", status="DISMISSED")
    exports.put(
        Export.PARTIES,
        "a namesake",
        last_name="Бондар",
        first_name="МАРІЯ",
        second_name="Петрівна",
        gender="FEMALE",
    )
    therapist = {"speciality": "THERAPIST"}
    exports.employee("a namesake", "a namesake", "Амбулаторія 2", speciality=therapist)
    await sync()
    return KnownDoctorRepository(engine)


async def test_former_post_tells_who_it_was(known: KnownDoctorRepository) -> None:
    identity = await known.identity(FORMER)
    assert identity == DoctorIdentity(NAME, "FAMILY_DOCTOR", uuid_of(NAME))
    assert await known.identity(uuid_of("nobody")) is None


async def test_person_is_found_where_they_work_now(known: KnownDoctorRepository) -> None:
    found = await known.places_of(uuid_of(NAME))
    assert [(one.name, one.division.name) for one in found] == [(NAME, "Амбулаторія 1")]


@pytest.mark.parametrize(
    ("name", "speciality", "places"),
    [
        pytest.param(NAME, "", ["Амбулаторія 1", "Амбулаторія 2"], id="whatever the speciality"),
        pytest.param(NAME.upper(), "", [], id="a surname in capitals is another one"),
        pytest.param(NAME, "THERAPIST", ["Амбулаторія 2"], id="names in capitals are the same"),
        pytest.param("Бондар Марія", "", [], id="half a name is none"),
        pytest.param("", "", [], id="no name"),
    ],
)
async def test_namesakes_have_the_whole_name(
    known: KnownDoctorRepository, name: str, speciality: str, places: list[str]
) -> None:
    found = await known.namesakes(DoctorIdentity(name, speciality))
    assert sorted(one.division.name for one in found) == places
