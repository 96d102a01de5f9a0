"""The clockwork of one process: what is due is done again and again."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.domain.clock import SystemClock

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


class _Turns:
    """One work that is never done twice at the same time."""

    def __init__(self, work: Callable[[], Awaitable[None]]) -> None:
        self._work = work
        self._lock = asyncio.Lock()

    async def take(self) -> None:
        """Do the work, after whoever is at it."""
        async with self._lock:
            await self._work()

    async def take_if_free(self) -> None:
        """Do the work, or leave it: whoever is at it is soon here again."""
        if not self._lock.locked():
            await self.take()


class Ticks:
    """Runs what is due; every process has its own, the database decides who gets which row."""

    def __init__(self) -> None:
        self._in_order: list[_Turns] = []
        self._at_work: set[asyncio.Task[object]] = set()
        self._scheduler = AsyncIOScheduler(timezone="UTC")

    def every(
        self,
        work: Callable[[], Awaitable[None]],
        *,
        seconds: int,
        jitter_seconds: int = 0,
        at_once: bool = False,
    ) -> None:
        """Do `work` whenever `seconds` have passed; with `at_once` for the first time now."""
        turns = _Turns(work)
        self._in_order.append(turns)

        async def run() -> None:
            if task := asyncio.current_task():
                self._at_work.add(task)
                task.add_done_callback(self._at_work.discard)
            # a stop cancels what is running; the scheduler would log that as a failure
            with suppress(asyncio.CancelledError):
                await turns.take_if_free()

        # the scheduler waits in real time, whatever the bot's clock
        first = {"next_run_time": SystemClock().now()} if at_once else {}
        self._scheduler.add_job(
            run,
            "interval",
            seconds=seconds,
            jitter=jitter_seconds,
            coalesce=True,
            max_instances=2,  # the scheduler would warn of what it leaves out by itself
            misfire_grace_time=None,  # late is no reason to leave one out
            **first,
        )

    def start(self) -> None:
        self._scheduler.start()

    async def close(self) -> None:
        """End what is running and wait until it has put its things in order."""
        self._scheduler.shutdown(wait=False)
        await asyncio.gather(*self._at_work, return_exceptions=True)

    async def run_due(self) -> None:
        """Do all the work now, each whole: the sandbox's clock was moved."""
        for turns in self._in_order:
            await turns.take()
