"""APScheduler's SQLAlchemyJobStore on the same file: one job for each reminder."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy import create_engine, event

from bench.reminders.figures import Firing
from bench.reminders.stall import heartbeat

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPIConnection

_ran = 0
_all_ran = asyncio.Event()
_wanted = 0


async def say(chat: int) -> None:  # noqa: ARG001 - as ours knows whom it tells
    """The job: a Telegram that takes every message at once."""
    global _ran  # noqa: PLW0603 - a job is pickled by its name, and has no other place
    _ran += 1
    if _ran >= _wanted:
        _all_ran.set()


class JobStore:
    def __init__(self, path: str) -> None:
        engine = create_engine(f"sqlite:///{path}")
        event.listen(engine, "connect", _set_up)
        store = SQLAlchemyJobStore(engine=engine)
        self._scheduler = AsyncIOScheduler(jobstores={"default": store}, timezone="UTC")

    def start(self) -> None:
        self._scheduler.start(paused=True)

    def add(self, count: int) -> float:
        """Add jobs that are due later; return jobs a second."""
        begun = perf_counter()
        later = datetime.now(UTC) + timedelta(days=30)
        for chat in range(count):
            self._add(chat, later + timedelta(seconds=chat % 1000))
        return count / (perf_counter() - begun)

    async def fire(self, count: int) -> Firing:
        """Add so many that are due, and run them."""
        global _ran, _wanted
        now = datetime.now(UTC)
        for chat in range(count):
            self._add(chat, now)
        _ran, _wanted = 0, count
        _all_ran.clear()
        begun, core = perf_counter(), process_time()
        async with heartbeat() as stall:
            self._scheduler.resume()
            await _all_ran.wait()
        seconds = perf_counter() - begun
        self._scheduler.pause()
        return Firing(count, seconds, process_time() - core, stall)

    def close(self) -> None:
        self._scheduler.shutdown(wait=False)

    def _add(self, chat: int, at: datetime) -> None:
        self._scheduler.add_job(say, "date", (chat,), run_date=at, misfire_grace_time=None)


def _set_up(connection: DBAPIConnection, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.close()
