"""Opens the database and brings its tables to the state that this version of the bot expects."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy
from alembic import command
from alembic.config import Config
from sqlalchemy import URL, event, func, make_url, select
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.db.transaction import IN_THREAD, WRITE_TURN, begin_immediately

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection
    from sqlalchemy.engine.interfaces import DBAPIConnection
    from sqlalchemy.ext.asyncio import AsyncConnection

# Negative, since look-ups lock by Telegram's user ids, which are positive.
_MIGRATION_LOCK = -20261122

_SQLITE_SETTINGS = (
    "PRAGMA busy_timeout = 10000",  # milliseconds; first, so that the next one may wait
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA foreign_keys = ON",
)


def create_engine(url: str) -> AsyncEngine:
    """Open `sqlite+aiosqlite:///path`, `postgresql+asyncpg://…` or plain `postgresql://…`.

    The folder of an SQLite file is made. Nothing is asked of the database yet; whoever opens
    must `dispose()`.
    """
    place = make_url(url)
    if place.drivername == "postgresql":
        place = place.set(drivername="postgresql+asyncpg")
    if place.get_backend_name() == "sqlite":
        return _open_sqlite(place)
    # A connection may have died in the pool while nobody wrote; ask before use.
    return create_async_engine(place, pool_pre_ping=True, skip_autocommit_rollback=True)


def _open_sqlite(place: URL) -> AsyncEngine:
    if place.database:
        # Patients' data: for the bot's own account only.
        Path(place.database).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # SQLite's own waiting is polling, without an order: 32 writers at once had one wait for two
    # seconds. Those of one process queue here; the busy timeout is for other processes.
    in_thread = sqlalchemy.create_engine(place.set(drivername="sqlite"))
    options = {WRITE_TURN: asyncio.Lock(), IN_THREAD: in_thread}
    engine = create_async_engine(place, execution_options=options)
    for opened in (engine.sync_engine, in_thread):
        event.listen(opened, "connect", _set_up_sqlite)
    event.listen(engine.sync_engine, "engine_disposed", lambda _: in_thread.dispose())
    return engine


def _set_up_sqlite(connection: DBAPIConnection, _record: object) -> None:
    cursor = connection.cursor()
    for setting in _SQLITE_SETTINGS:
        cursor.execute(setting)
    cursor.close()


async def upgrade(engine: AsyncEngine) -> None:
    """Bring the tables to the newest revision; several processes may call this at once."""
    await _migrate(engine, command.upgrade, "head")


async def downgrade(engine: AsyncEngine, revision: str) -> None:
    """Take the tables back to `revision`; "base" removes them with all that they hold."""
    await _migrate(engine, command.downgrade, revision)


async def _migrate(
    engine: AsyncEngine, step: Callable[[Config, str], None], revision: str
) -> None:
    async with engine.begin() as connection:
        await _wait_for_turn(connection)
        await connection.run_sync(_run, step, revision)


async def _wait_for_turn(connection: AsyncConnection) -> None:
    """One process migrates, the others wait and then find the work done."""
    await begin_immediately(connection)
    if connection.dialect.name == "postgresql":
        await connection.execute(select(func.pg_advisory_xact_lock(_MIGRATION_LOCK)))


def _run(connection: Connection, step: Callable[[Config, str], None], revision: str) -> None:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "bot.db:migrations")
    step(config, revision)
