"""Measures the reminder engine beside a job store on the same file and prints one table."""

from __future__ import annotations

import asyncio
import gc
import os
import sqlite3
from argparse import ArgumentParser
from contextlib import asynccontextmanager, closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bench.reminders.figures import core_ms, rate, row, stalls, times, wall_ms
from bench.reminders.ours import Engine
from bench.reminders.peer import JobStore
from bot.db.engine import create_engine, upgrade

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bench.reminders.figures import Work

_DUE = 1_000
_FEW = 10_000
_ROUNDS = 9
_PARTS = 5


def main() -> None:
    options = ArgumentParser(description=__doc__)
    options.add_argument("--stored", type=int, default=1_000_000)
    options.add_argument("--added", type=int, default=100_000)
    asked = options.parse_args()
    asyncio.run(_measure(asked.stored, asked.added))


async def _measure(stored: int, added: int) -> None:
    row(f"{stored} stored, {_DUE} due, SQLite", "figure")
    row("---", "---:")
    row("load of the machine at the start", f"{os.getloadavg()[0]:.1f}")
    with TemporaryDirectory() as folder:
        await _by_size(Path(folder), stored)
        await _beside(Path(folder, "both.db"), added)
    row("load of the machine at the end", f"{os.getloadavg()[0]:.1f}")


async def _by_size(folder: Path, stored: int) -> None:
    """The same tick with few and with many stored, by turns."""
    few_path, many_path = folder / "few.db", folder / "many.db"
    async with _opened(few_path) as few, _opened(many_path) as many:
        await few.add(_FEW - _DUE)
        await many.add(stored - _DUE)
        of_few, of_many = [], []
        for _ in range(_ROUNDS):
            of_few.append(await _fire(few, few_path))
            of_many.append(await _fire(many, many_path))
    row(f"a tick with {_DUE} due, {_FEW} stored, core ms", core_ms(of_few))
    row(f"the same, {stored} stored, core ms", core_ms(of_many))
    row(f"{stored} stored, against {_FEW}", times(of_many, of_few))


async def _beside(path: Path, added: int) -> None:
    """Ours and the peer's in one file, by turns."""
    async with _opened(path) as engine:
        store = JobStore(str(path))
        store.start()
        our_adding, their_adding = [], []
        for _ in range(_PARTS):
            our_adding.append(await engine.add(added // _PARTS))
            their_adding.append(await store.add(added // _PARTS))
        ours, theirs = [], []
        for _ in range(_ROUNDS):
            ours.append(await _fire(engine, path))
            await store.make_due(_DUE)
            _settle(path)
            theirs.append(await store.fire(_DUE))
        store.close()
    row(f"{added} added, rows a second", rate(our_adding))
    row(f"{added} added, APScheduler job store, jobs a second", rate(their_adding))
    row("— adding, times faster", times(their_adding, our_adding))
    row("— longest stall of the loop while adding, ms", stalls(our_adding))
    row(f"{_DUE} fired, ms", wall_ms(ours))
    row(f"{_DUE} fired, APScheduler job store, ms", wall_ms(theirs))
    row("— firing, times faster", times(theirs, ours))
    row("longest stall of the loop, ms", stalls(ours))
    row("longest stall, APScheduler job store", stalls(theirs))


async def _fire(engine: Engine, path: Path) -> Work:
    await engine.make_due(_DUE)
    _settle(path)
    firing = await engine.fire()
    if firing.count != _DUE:
        raise SystemExit(f"{firing.count} of {_DUE} were sent")
    return firing


def _settle(path: Path) -> None:
    """Leave nothing of what was made ready to what is measured."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    gc.collect()
    gc.freeze()


@asynccontextmanager
async def _opened(path: Path) -> AsyncIterator[Engine]:
    database = create_engine(f"sqlite+aiosqlite:///{path}")
    await upgrade(database)
    engine = Engine(database)
    await engine.add_chats()
    try:
        yield engine
    finally:
        await database.dispose()


if __name__ == "__main__":
    main()
