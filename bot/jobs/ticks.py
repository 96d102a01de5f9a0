"""The scheduled entry points: each opens nothing itself and calls one service."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.domain.clock import SystemClock
from bot.errors import BotError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.jobs.declarations import DeclarationTicks
    from bot.jobs.directory import DirectoryTicks
    from bot.jobs.reminders import ReminderTicks
    from bot.jobs.shown_data import ShownDataTicks
    from bot.jobs.signing import SigningTicks
    from bot.jobs.watches import WatchTicks
    from bot.services.purge_old_rows import PurgeOldRows

log = structlog.get_logger(__name__)


class Ticks:
    """Runs what is due; every process has its own, the database decides who gets which row."""

    def __init__(
        self,
        *,
        purge_old_rows: PurgeOldRows,
        directory: DirectoryTicks,
        watches: WatchTicks,
        signing: SigningTicks | None = None,
        shown_data: ShownDataTicks | None = None,
        reminders: ReminderTicks,
        declarations: DeclarationTicks | None = None,
    ) -> None:
        self._purge_old_rows = purge_old_rows
        self._directory = directory
        self._watches = watches
        self._signing = signing
        self._shown_data = shown_data
        self._reminders = reminders
        self._declarations = declarations
        self._at_work: set[asyncio.Task[object]] = set()
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        now = SystemClock().now()  # the scheduler waits in real time, whatever the bot's clock
        self._every(self.purge, hours=1)
        # jitter, so that the bots of the country do not all ask at the same minute
        self._every(self._directory.sync, hours=1, jitter=600, next_run_time=now)
        self._every(self._directory.refresh, seconds=30, next_run_time=now)
        self._every(self._watches.tell, minutes=5)
        if signing:
            self._every(signing.tend, seconds=20, next_run_time=now)
        if shown_data:
            self._every(shown_data.sweep, seconds=30, next_run_time=now)
        self._every(self._reminders.send, seconds=1)
        if declarations:
            self._every(declarations.follow, minutes=1)

    def start(self) -> None:
        self._scheduler.start()

    async def close(self) -> None:
        """End what is running and wait until it has put its things in order."""
        self._directory.close()
        self._scheduler.shutdown(wait=False)
        await asyncio.gather(*self._at_work, return_exceptions=True)

    async def run_due(self) -> None:
        """Run every tick now: the sandbox's clock was moved."""
        await self.purge()
        await self._directory.sync()
        await self._directory.refresh()
        await self._watches.tell()
        if self._signing:
            await self._signing.tend()
        if self._shown_data:
            await self._shown_data.sweep()
        await self._reminders.send()
        if self._declarations:
            await self._declarations.follow()

    def _every(self, tick: Callable[[], Awaitable[None]], **interval: object) -> None:
        turn = asyncio.Lock()

        async def run() -> None:
            if turn.locked():  # still at it: the next time comes soon enough
                return
            if task := asyncio.current_task():
                self._at_work.add(task)
                task.add_done_callback(self._at_work.discard)
            # a stop cancels what is running; the scheduler would log that as a failure
            with suppress(asyncio.CancelledError):
                async with turn:
                    await tick()

        # two, since the scheduler warns of what it skips itself, and a skip is no trouble
        self._scheduler.add_job(run, "interval", max_instances=2, coalesce=True, **interval)

    async def purge(self) -> None:
        try:
            purged = await self._purge_old_rows()
        except BotError as error:
            log.warning("old rows cannot be deleted now", kind=type(error).__name__)
        else:
            log.info("old rows deleted", **purged)
