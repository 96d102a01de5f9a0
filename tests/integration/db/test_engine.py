"""Opening the database and migrating it."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, text

from bot.db.engine import create_engine, downgrade, upgrade
from bot.db.tables import metadata

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from pathlib import Path

    from sqlalchemy import Connection
    from sqlalchemy.ext.asyncio import AsyncEngine


MIGRATION = """
import asyncio, sys
from bot.db.engine import create_engine, upgrade

async def main():
    engine = create_engine(sys.argv[1])
    await upgrade(engine)
    await engine.dispose()

print("ready", flush=True)
sys.stdin.readline()
asyncio.run(main())
"""


async def start_migration(url: str, folder: Path) -> Process:
    """Start a process that says when it is ready and migrates on a word."""
    command = (sys.executable, "-c", MIGRATION, url)
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(
        *command, cwd=folder, stdin=pipe, stdout=pipe, stderr=pipe
    )


async def tables_of(engine: AsyncEngine) -> set[str]:
    async with engine.connect() as connection:
        names = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
    return set(names) - {"alembic_version"}


def differences(connection: Connection) -> list[object]:
    options = {"compare_type": True, "compare_server_default": True}
    return list(compare_metadata(MigrationContext.configure(connection, opts=options), metadata))


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 1),  # NORMAL
        ("busy_timeout", 10_000),
        ("foreign_keys", 1),
    ],
)
async def test_sqlite_is_set_up_on_every_connection(
    tmp_path: Path, setting: str, value: object
) -> None:
    engine = create_engine(f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}")
    for _ in range(2):
        async with engine.connect() as connection:
            assert await connection.scalar(text(f"PRAGMA {setting}")) == value
        await engine.dispose()


async def test_folder_of_the_sqlite_file_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite+aiosqlite:///{tmp_path / 'new' / 'data' / 'bot.db'}")
    async with engine.connect() as connection:
        assert await connection.scalar(text("SELECT 1")) == 1
    await engine.dispose()
    assert (tmp_path / "new" / "data").stat().st_mode & 0o777 == 0o700


async def test_database_in_memory_needs_no_folder() -> None:
    engine = create_engine("sqlite+aiosqlite://")
    await upgrade(engine)
    assert await tables_of(engine) == set(metadata.tables)
    await engine.dispose()


@pytest.mark.parametrize("scheme", ["postgresql", "postgresql+asyncpg"])
async def test_postgresql_is_spoken_to_through_asyncpg(scheme: str) -> None:
    engine = create_engine(f"{scheme}://bot:secret@127.0.0.1/bot")
    assert engine.dialect.driver == "asyncpg"
    assert engine.url.password == "secret"
    await engine.dispose()


async def test_migrations_go_up_down_to_nothing_and_up_again(empty_database_url: str) -> None:
    engine = create_engine(empty_database_url)
    await upgrade(engine)
    assert await tables_of(engine) == set(metadata.tables)
    await downgrade(engine, "base")
    assert await tables_of(engine) == set()
    await upgrade(engine)
    assert await tables_of(engine) == set(metadata.tables)
    await engine.dispose()


async def test_migrations_make_exactly_the_tables_of_the_code(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_several_processes_may_migrate_at_once(
    empty_database_url: str, pytestconfig: pytest.Config
) -> None:
    processes = [
        await start_migration(empty_database_url, pytestconfig.rootpath) for _ in range(4)
    ]
    for process in processes:
        assert process.stdout
        await process.stdout.readline()  # it has imported everything and waits
    failures = await asyncio.gather(*(process.communicate(b"go\n") for process in processes))
    assert [process.returncode for process in processes] == [0] * 4, failures
    engine = create_engine(empty_database_url)
    assert await tables_of(engine) == set(metadata.tables)
    await engine.dispose()


async def test_failed_migration_leaves_nothing_half_done(empty_database_url: str) -> None:
    engine = create_engine(empty_database_url)
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE lookups (taken INTEGER)"))
    with pytest.raises(Exception, match="lookups"):
        await upgrade(engine)
    assert await tables_of(engine) == {"lookups"}
    await engine.dispose()
