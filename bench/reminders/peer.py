"""APScheduler's SQLAlchemyJobStore on the same file: one job for each reminder."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy import create_engine, event

from bench.reminders.figures import Work
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

    async def add(self, wanted: int) -> Work:
        """Add jobs that are due later, one by one: the store has no other way."""
        later = datetime.now(UTC) + timedelta(days=30)
        moments = [later + timedelta(seconds=number) for number in range(wanted)]
        begun, core = perf_counter(), process_time()
        async with heartbeat() as stall:
            for chat, moment in enumerate(moments):
                self._add(chat, moment)
        seconds = perf_counter() - begun
        return Work(wanted, seconds, process_time() - core, stall)

    async def make_due(self, wanted: int) -> None:
        """Add so many that are due."""
        now = datetime.now(UTC)
        for chat in range(wanted):
            self._add(chat, now)

    async def fire(self, wanted: int) -> Work:
        """Run what is due."""
        global _ran, _wanted
        _ran, _wanted = 0, wanted
        _all_ran.clear()
        begun, core = perf_counter(), process_time()
        async with heartbeat() as stall:
            self._scheduler.resume()
            await _all_ran.wait()
        seconds = perf_counter() - begun
        self._scheduler.pause()
        return Work(wanted, seconds, process_time() - core, stall)

    def close(self) -> None:
        self._scheduler.shutdown(wait=False)

    def _add(self, chat: int, at: datetime) -> None:
        self._scheduler.add_job(say, "date", (chat,), run_date=at, misfire_grace_time=None)


def _set_up(connection: DBAPIConnection, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.close()
