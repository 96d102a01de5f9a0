"""The ways to the database, to read and to write, with its failures in our own words."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, contextmanager, nullcontext
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from bot.errors import Outage, Unavailable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator
    from contextlib import AbstractAsyncContextManager

    from sqlalchemy import Connection, Engine
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

T = TypeVar("T")

WRITE_TURN = "write_turn"
"""The engine's execution option that holds an asyncio.Lock where writers must queue."""
IN_THREAD = "in_thread"
"""The engine's execution option that holds a plain engine of the same file, for threads."""
_BEGIN = "BEGIN IMMEDIATE"


@asynccontextmanager
async def reading(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """One look, without a transaction; raises Unavailable when the database fails.

    Each statement sees what is committed when it begins. For several that must agree, or that
    end in a change, use `writing`.
    """
    with _failures_as_unavailable():
        async with engine.connect() as connection:
            if engine.dialect.name == "postgresql":
                # Spares the BEGIN and ROLLBACK trips. SQLite's driver begins nothing for a SELECT.
                await connection.execution_options(isolation_level="AUTOCOMMIT")
            yield connection


@asynccontextmanager
async def writing(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """One short transaction, committed at the end; raises Unavailable when the database fails."""
    with _failures_as_unavailable():
        async with _turn_to_write(engine), engine.begin() as connection:
            await begin_immediately(connection)
            yield connection


async def written(engine: AsyncEngine, work: Callable[[Connection], T]) -> T:
    """Run `work` as one short transaction; raises Unavailable when the database fails.

    For work of many statements: on SQLite all of it is one hand-over to a thread, where
    `writing` makes four of each statement, and they would be most of what it costs.
    """
    in_thread: Engine | None = engine.get_execution_options().get(IN_THREAD)
    if in_thread is None:
        async with writing(engine) as connection:
            return await connection.run_sync(work)
    with _failures_as_unavailable():
        async with _turn_to_write(engine):
            return await asyncio.to_thread(_write, in_thread, work)


def _write(engine: Engine, work: Callable[[Connection], T]) -> T:
    with engine.begin() as connection:
        connection.exec_driver_sql(_BEGIN)
        return work(connection)


async def begin_immediately(connection: AsyncConnection) -> None:
    """Take SQLite's write lock now, for the whole transaction.

    A transaction that reads first and asks for the lock later is refused without waiting when
    another has written meanwhile (SQLITE_BUSY_SNAPSHOT): the busy timeout does not help it.
    PostgreSQL locks rows as they are touched and needs nothing here.
    """
    if connection.dialect.name == "sqlite":
        await connection.exec_driver_sql(_BEGIN)


def _turn_to_write(engine: AsyncEngine) -> AbstractAsyncContextManager[None]:
    """This process's queue for SQLite's one write lock; see `bot.db.engine`."""
    turn: asyncio.Lock | None = engine.get_execution_options().get(WRITE_TURN)
    return nullcontext() if turn is None else turn


@contextmanager
def _failures_as_unavailable() -> Iterator[None]:
    try:
        yield
    except (DBAPIError, PoolTimeoutError, OSError) as error:
        # asyncpg lets OSError through when the server does not take the connection. Not every
        # SQLAlchemyError: a naive datetime, for one, is our mistake and no outage.
        raise Unavailable(Outage.DOWN) from error
