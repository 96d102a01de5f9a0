"""Measures the reminder engine beside a job store on the same file and prints one table."""

from __future__ import annotations

import asyncio
import gc
import sys
from argparse import ArgumentParser
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bench.reminders.ours import Engine
from bench.reminders.peer import JobStore
from bot.db.engine import create_engine, upgrade

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bench.reminders.figures import Firing

_DUE = 1_000
_FEW = 10_000
_ROUNDS = 7


def main() -> None:
    options = ArgumentParser(description=__doc__)
    options.add_argument("--stored", type=int, default=1_000_000)
    options.add_argument("--added", type=int, default=100_000)
    asked = options.parse_args()
    asyncio.run(_measure(asked.stored, asked.added))


async def _measure(stored: int, added: int) -> None:
    _row(f"{stored} stored, {_DUE} due, SQLite", "figure")
    _row("---", "---:")
    with TemporaryDirectory() as folder:
        few = await _tick(Path(folder, "few.db"), _FEW)
        many = await _tick(Path(folder, "many.db"), stored)
        _row(f"a tick with {_DUE} due, {_FEW} stored, core ms", f"{_core(few):.1f}")
        _row(f"the same, {stored} stored, core ms", f"{_core(many):.1f}")
        _row(f"{stored} stored, against {_FEW}, core", f"{_core(many) / _core(few):.2f}×")
        _row(f"{stored} stored, against {_FEW}, wall", f"{_wall(many) / _wall(few):.2f}×")
        await _beside(Path(folder, "both.db"), added)


async def _tick(path: Path, stored: int) -> list[Firing]:
    async with _opened(path) as engine:
        await engine.add(stored - _DUE)
        return await _fire(engine)


async def _fire(engine: Engine) -> list[Firing]:
    firings = []
    for _ in range(_ROUNDS):
        await engine.make_due(_DUE)
        gc.collect()
        gc.freeze()
        firing = await engine.fire()
        if firing.count != _DUE:
            raise SystemExit(f"{firing.count} of {_DUE} were sent")
        firings.append(firing)
    return firings


async def _beside(path: Path, added: int) -> None:
    """Ours and the peer's in one file, one after the other."""
    async with _opened(path) as engine:
        our_rate, our_stall = await engine.add(added)
        ours = await _fire(engine)
        store = JobStore(str(path))
        store.start()
        their_rate = store.add(added)
        theirs = [await store.fire(_DUE) for _ in range(_ROUNDS)]
        store.close()
    _row(f"{added} added, rows a second", f"{our_rate:.0f}")
    _row(f"{added} added, APScheduler job store, jobs a second", f"{their_rate:.0f}")
    _row("— adding, times faster", f"{our_rate / their_rate:.0f}×")
    _row("— longest stall of the loop while adding, ms", f"{our_stall:.1f}")
    _row(f"{_DUE} fired, ms", f"{_wall(ours) * 1000:.1f}")
    _row(f"{_DUE} fired, APScheduler job store, ms", f"{_wall(theirs) * 1000:.1f}")
    _row("— firing, times faster", f"{_wall(theirs) / _wall(ours):.1f}×")
    _row("— by the core, times cheaper", f"{_core(theirs) / _core(ours):.1f}×")
    _row("longest stall of the loop, ms, median of the rounds", _stalls(ours))
    _row("longest stall, APScheduler job store", _stalls(theirs))


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


def _wall(firings: list[Firing]) -> float:
    return median(firing.seconds for firing in firings)


def _core(firings: list[Firing]) -> float:
    return median(firing.core_seconds for firing in firings) * 1000


def _stalls(firings: list[Firing]) -> str:
    wall = median(firing.stall.longest_ms for firing in firings)
    core = median(firing.stall.longest_core_ms for firing in firings)
    return f"{wall:.1f} (core {core:.1f})"


def _row(name: str, figure: str) -> None:
    sys.stdout.write(f"| {name} | {figure} |\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
