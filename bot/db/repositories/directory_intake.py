"""The writing side of the directory: takes exported records in and swaps generations."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from datetime import timedelta
from time import perf_counter
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, func, or_, select, text, update

from bot.db.directory.conditions import ranges
from bot.db.directory.numbering import STEPS
from bot.db.directory.sources import SOURCES, source_employees
from bot.db.directory.tables import directory_divisions, directory_doctors, directory_state
from bot.db.insertion import insert_into
from bot.db.transaction import reading, writing
from bot.errors import SyncAlreadyRunning

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Collection, Iterable, Sequence
    from datetime import date, datetime

    from sqlalchemy import ColumnElement, Table
    from sqlalchemy.dialects import postgresql, sqlite
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from bot.domain.directory.records import Export, Record
    from bot.domain.directory.state import DirectoryState, SyncFailure

_LEASE = timedelta(minutes=70)
"""A run that has not written for so long is dead; fetching all files takes an hour at most."""
_PAUSE_SHARE = 0.5
_SHOWN = (directory_divisions, directory_doctors)
_KEYS_AT_ONCE = 10_000
_state = directory_state.c
_is_mine = (_state.run == bindparam("mine")) & _state.running_until.is_not(None)


class DirectoryIntake:
    """One run writes at a time, in any process; a run is also the generation that it makes.

    Every method raises Unavailable when the database fails. Those with a `run` raise
    SyncAlreadyRunning when it has lost its turn to a younger one.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._inserts = {export: self._insert(table) for export, table in SOURCES.items()}

    async def begin(self, now: datetime) -> int:
        """Take the turn; raises SyncAlreadyRunning."""
        is_free = or_(_state.running_until.is_(None), _state.running_until < now)
        take = (
            update(directory_state)
            .where(is_free)
            .values(run=_state.run + 1, running_until=now + _LEASE)
            .returning(_state.run)
        )
        async with writing(self._engine) as connection:
            run: int | None = await connection.scalar(take)
        if run is None:
            raise SyncAlreadyRunning
        return run

    async def take(
        self, run: int, export: Export, records: Sequence[Record], now: datetime
    ) -> None:
        """Store exported records, each over an older one of the same id."""
        rows = [record._asdict() | {"seen_in": run} for record in records]
        async with self._turn(run, now) as connection:
            await connection.execute(self._inserts[export], rows)

    async def forget_unseen(self, run: int, exports: Collection[Export], now: datetime) -> None:
        """Remove the records that full exports no longer hold."""
        for export in exports:
            table = SOURCES[export]
            async with self._turn(run, now) as connection:
                await connection.execute(delete(table).where(table.c.seen_in < run))

    async def build(self, run: int, today: date, now: datetime) -> tuple[int, int]:
        """Join the records into rows of the generation `run`, which nobody sees yet.

        Returns how many doctors and divisions it has.
        """
        employees = await self._count(source_employees.c.seen_in > 0)
        for step, read in zip(STEPS, (SOURCES.values(), [directory_divisions]), strict=True):
            await self._count_for_planner(read)
            for first, end in ranges(employees):
                values = {"generation": run, "today": today, "first": first, "end": end}
                async with self._turn(run, now) as connection:
                    for statement in step:
                        await connection.execute(statement, values)
        doctors, divisions = directory_doctors.c, directory_divisions.c
        return (
            await self._count(doctors.generation == run),
            await self._count(divisions.generation == run),
        )

    async def publish(self, run: int, state: DirectoryState) -> None:
        """Show the generation `run` from now on, in one change; the turn is over."""
        shown = {
            "generation": run,
            "snapshot_on": state.snapshot_on,
            "counted_on": state.counted_on,
            "synced_at": state.synced_at,
            "full_synced_at": state.full_synced_at,
            "doctors": state.doctors,
            "divisions": state.divisions,
            "failure": None,
            "failed_at": None,
            "running_until": None,
        }
        async with writing(self._engine) as connection:
            changed = await connection.execute(
                update(directory_state).where(_is_mine).values(shown), {"mine": run}
            )
            if changed.rowcount == 0:
                raise SyncAlreadyRunning

    async def give_up(self, run: int, failure: SyncFailure, now: datetime) -> None:
        """Note why the shown generation stays; the turn is over."""
        noted = {"failure": failure.value, "failed_at": now, "running_until": None}
        async with writing(self._engine) as connection:
            await connection.execute(
                update(directory_state).where(_is_mine).values(noted), {"mine": run}
            )

    async def clear(self) -> None:
        """Remove the rows that are neither shown nor being made, some at a time."""
        async with reading(self._engine) as connection:
            kept = (await connection.execute(select(_state.generation, _state.run))).one()
        for table in _SHOWN:
            for generation in await self._generations(table):
                if generation not in kept:
                    await self._remove(table, generation)

    @asynccontextmanager
    async def _turn(self, run: int, now: datetime) -> AsyncIterator[AsyncConnection]:
        """One transaction of this run alone, which has its turn for a lease from `now`.

        SQLite's writers in other processes only look from time to time whether its one lock is
        free: without a pause they would wait for seconds.
        """
        begun = perf_counter()
        async with writing(self._engine) as connection:
            kept = update(directory_state).where(_is_mine).values(running_until=now + _LEASE)
            if (await connection.execute(kept, {"mine": run})).rowcount == 0:
                raise SyncAlreadyRunning
            yield connection
        if self._engine.dialect.name == "sqlite":
            await asyncio.sleep((perf_counter() - begun) * _PAUSE_SHARE)

    async def _count_for_planner(self, tables: Iterable[Table]) -> None:
        """PostgreSQL took 15 s for one range, not 0.1, when it knew nothing of the new rows."""
        if self._engine.dialect.name == "postgresql":
            async with writing(self._engine) as connection:
                await connection.execute(text(f"ANALYZE {', '.join(map(str, tables))}"))

    async def _generations(self, table: Table) -> list[int]:
        async with reading(self._engine) as connection:
            return list(await connection.scalars(select(table.c.generation).distinct()))

    async def _remove(self, table: Table, generation: int) -> None:
        rows = table.c.generation == generation
        async with reading(self._engine) as connection:
            last = await connection.scalar(select(func.max(table.c.key)).where(rows)) or 0
        for key in range(0, last + 1, _KEYS_AT_ONCE):
            some = table.c.key.between(key, key + _KEYS_AT_ONCE - 1)
            async with writing(self._engine) as connection:
                await connection.execute(delete(table).where(rows, some))

    async def _count(self, rows: ColumnElement[bool]) -> int:
        async with reading(self._engine) as connection:
            return await connection.scalar(select(func.count()).where(rows)) or 0

    def _insert(self, table: Table) -> postgresql.Insert | sqlite.Insert:
        key = list(table.primary_key.columns)
        row = insert_into(self._engine, table)
        newer = {column.name: row.excluded[column.name] for column in table.c if column not in key}
        return row.on_conflict_do_update(index_elements=key, set_=newer)
