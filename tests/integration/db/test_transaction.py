"""What callers of the repositories see when the database fails."""

from __future__ import annotations

import socket
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import DBAPIError, StatementError

from bot.db.engine import create_engine
from bot.db.repositories.updates import UpdateRepository
from bot.db.tables import handled_updates
from bot.db.transaction import reading, writing
from bot.errors import NotFound, Outage, Unavailable

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.ext.asyncio import AsyncEngine

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


async def write_and_fail(engine: AsyncEngine) -> None:
    async with writing(engine) as connection:
        await connection.execute(insert(handled_updates).values(update_id=1, handled_at=NOW))
        raise NotFound


async def test_unreadable_sqlite_file_is_an_outage(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite+aiosqlite:///{tmp_path}")
    with pytest.raises(Unavailable) as outage:
        await UpdateRepository(engine).is_handled(1)
    assert outage.value.reason is Outage.DOWN
    assert isinstance(outage.value.__cause__, DBAPIError)
    await engine.dispose()


async def test_unreachable_postgresql_server_is_an_outage() -> None:
    with socket.socket() as nobody_listens:
        nobody_listens.bind(("127.0.0.1", 0))
        port = nobody_listens.getsockname()[1]
        engine = create_engine(f"postgresql://bot@127.0.0.1:{port}/bot")
        with pytest.raises(Unavailable) as outage:
            await UpdateRepository(engine).mark_handled(1, NOW)
    assert outage.value.reason is Outage.DOWN
    assert isinstance(outage.value.__cause__, OSError)
    await engine.dispose()


async def test_missing_tables_are_an_outage_for_readers_and_writers(
    empty_database_url: str,
) -> None:
    engine = create_engine(empty_database_url)
    updates = UpdateRepository(engine)
    with pytest.raises(Unavailable):
        await updates.is_handled(1)
    with pytest.raises(Unavailable):
        await updates.mark_handled(1, NOW)
    await engine.dispose()


async def test_our_own_mistake_is_no_outage(engine: AsyncEngine) -> None:
    with pytest.raises(StatementError):
        await UpdateRepository(engine).mark_handled(1, NOW.replace(tzinfo=None))


async def test_failure_inside_a_transaction_leaves_no_trace(engine: AsyncEngine) -> None:
    updates = UpdateRepository(engine)
    with pytest.raises(NotFound):
        await write_and_fail(engine)
    assert not await updates.is_handled(1)
    await updates.mark_handled(2, NOW)
    assert await updates.is_handled(2)


async def test_reader_is_not_kept_waiting_by_a_writer(engine: AsyncEngine) -> None:
    async with writing(engine) as writer:
        await writer.execute(insert(handled_updates).values(update_id=1, handled_at=NOW))
        async with reading(engine) as reader:
            assert await reader.scalar(select(handled_updates.c.update_id)) is None


@pytest.mark.parametrize(
    "backend", [pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True
)
async def test_connections_lost_in_the_pool_are_replaced(engine: AsyncEngine) -> None:
    updates = UpdateRepository(engine)
    await updates.mark_handled(1, NOW)
    killer = create_engine(engine.url.render_as_string(hide_password=False))
    async with killer.connect() as connection:
        await connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )
    await killer.dispose()
    assert await updates.is_handled(1)
