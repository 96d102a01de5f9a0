"""A directory in a fresh database, fed by a real local server."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.clients.esoz.bulk import BulkExports
from bot.clients.esoz.patience import Patience
from bot.clients.esoz.transport import Access
from bot.db.repositories.directory import DirectoryRepository
from bot.db.repositories.directory_intake import DirectoryIntake
from bot.services.sync_directory import SyncDirectory
from tests.integration.db.directory.exports import Exports, a_small_country

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.domain.directory import Doctor

NOON = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


@dataclass
class HandClock:
    """Moved by hand; waits take no time."""

    moment: datetime = NOON
    slept: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        return self.moment

    def move(self, **by: float) -> None:
        self.moment += timedelta(**by)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def exports() -> Exports:
    return a_small_country()


@pytest.fixture
async def source(exports: Exports, clock: HandClock) -> AsyncIterator[BulkExports]:
    server = await exports.start()
    access = Access(base_url=str(server.make_url("/esoz")), token=None, api_key="key-1")
    source = BulkExports(access, clock=clock, patience=Patience(read_seconds=1))
    yield source
    await source.aclose()
    await server.close()


@pytest.fixture
def directory(engine: AsyncEngine) -> DirectoryRepository:
    return DirectoryRepository(engine)


@pytest.fixture
def intake(engine: AsyncEngine) -> DirectoryIntake:
    return DirectoryIntake(engine)


@pytest.fixture
def sync(
    source: BulkExports, directory: DirectoryRepository, intake: DirectoryIntake, clock: HandClock
) -> SyncDirectory:
    return SyncDirectory(source=source, directory=directory, intake=intake, clock=clock)


@dataclass
class Shown:
    """What patients could find now."""

    directory: DirectoryRepository

    async def keys(self) -> list[int]:
        generation = await self.directory.generation()
        return [
            listed.entry.key async for page in self.directory.pages(generation) for listed in page
        ]

    async def doctors(self) -> dict[str, Doctor]:
        """By surname and division."""
        found = await self.directory.doctors(await self.keys())
        return {f"{doctor.last_name}, {doctor.division.name}": doctor for doctor in found}

    async def divisions(self) -> set[str]:
        found = await self.directory.divisions(await self.keys())
        return {division.name for division in found}


@pytest.fixture
def shown(directory: DirectoryRepository) -> Shown:
    return Shown(directory)
