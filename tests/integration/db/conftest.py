"""A fresh database for each test: SQLite always, PostgreSQL where a server is named."""

from __future__ import annotations

import os
import shutil
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from sqlalchemy import make_url, text

from bot.db.engine import create_engine, upgrade

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from sqlalchemy.ext.asyncio import AsyncEngine


@dataclass
class Migrated:
    """One migrated database of each kind for tests to copy: migrating takes longer than most."""

    folder: Path
    stack: AsyncExitStack = field(default_factory=AsyncExitStack)
    urls: dict[str, str] = field(default_factory=dict)

    async def copied(self, backend: str, tmp_path: Path, stack: AsyncExitStack) -> str:
        if backend not in self.urls:
            self.urls[backend] = await _empty(backend, self.folder, self.stack)
            await _migrate(self.urls[backend])
        original = make_url(self.urls[backend]).database
        if backend == "sqlite":
            shutil.copy(str(original), tmp_path / "bot.db")
            return _sqlite_in(tmp_path)
        return await stack.enter_async_context(_postgres_database(str(original)))


@pytest.fixture(scope="session")
async def migrated(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Migrated]:
    originals = Migrated(tmp_path_factory.mktemp("migrated"))
    async with originals.stack:
        yield originals


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def backend(request: pytest.FixtureRequest) -> str:
    """The kind of database: each test runs once with each."""
    return str(request.param)


@pytest.fixture
async def empty_database_url(backend: str, tmp_path: Path) -> AsyncIterator[str]:
    """A database of this test alone, without a table."""
    async with AsyncExitStack() as stack:
        yield await _empty(backend, tmp_path, stack)


@pytest.fixture
async def database_url(backend: str, migrated: Migrated, tmp_path: Path) -> AsyncIterator[str]:
    """A migrated database of this test alone."""
    async with AsyncExitStack() as stack:
        yield await migrated.copied(backend, tmp_path, stack)


@pytest.fixture
async def engine(database_url: str) -> AsyncIterator[AsyncEngine]:
    """The bot's engine on a migrated database."""
    engine = create_engine(database_url)
    yield engine
    await engine.dispose()


async def _empty(backend: str, folder: Path, stack: AsyncExitStack) -> str:
    if backend == "sqlite":
        return _sqlite_in(folder)
    return await stack.enter_async_context(_postgres_database("template1"))


def _sqlite_in(folder: Path) -> str:
    return f"sqlite+aiosqlite:///{folder / 'bot.db'}"


async def _migrate(url: str) -> None:
    engine = create_engine(url)
    await upgrade(engine)
    await engine.dispose()


@asynccontextmanager
async def _postgres_database(template: str) -> AsyncIterator[str]:
    server = os.environ.get("POSTGRES_URL")
    if server is None:
        pytest.skip("POSTGRES_URL is not set")
    name = f"test_{uuid4().hex}"
    await _tell(server, f"CREATE DATABASE {name} TEMPLATE {template}")
    yield make_url(server).set(database=name).render_as_string(hide_password=False)
    # Without FORCE: an engine that a test forgot to dispose shows itself here.
    await _tell(server, f"DROP DATABASE {name}")


async def _tell(server: str, command: str) -> None:
    engine = create_engine(server)
    async with engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        await connection.execute(text(command))
    await engine.dispose()
