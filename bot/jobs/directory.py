"""The scheduled work on the directory: bring it up to date, and take new data into the search."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Protocol

import structlog
from prometheus_client import Counter, Gauge, Histogram

from bot.errors import BotError, SyncAlreadyRunning
from bot.services.directory_ports import NotReplaced

if TYPE_CHECKING:
    from bot.domain.directory.state import DirectoryState
    from bot.services.directory_index import DirectoryIndex
    from bot.services.sync_directory import SyncDirectory

log = structlog.get_logger(__name__)

ROWS = Gauge("bot_directory_rows", "Rows that patients can find", ("kind",))
SNAPSHOT = Gauge("bot_directory_snapshot_timestamp_seconds", "Day of the data, as Unix time")
SECONDS = Histogram(
    "bot_directory_sync_seconds",
    "Time of a sync that replaced the data",
    buckets=(1, 5, 15, 30, 60, 120, 300, 900, 3600),
)
FAILURES = Counter("bot_directory_sync_failures", "Syncs that left the old data", ("reason",))


class Directory(Protocol):
    async def state(self) -> DirectoryState: ...


class DirectoryTicks:
    """`sync` is None where there is no key for the exports: then another process brings them."""

    def __init__(
        self, *, sync: SyncDirectory | None, index: DirectoryIndex, directory: Directory
    ) -> None:
        self._sync = sync
        self._index = index
        self._directory = directory
        self._turn = asyncio.Lock()

    def close(self) -> None:
        self._index.close()

    async def sync(self) -> None:
        """Bring the directory up to date when a day has passed; the search follows at once.

        Waits for a sync that this process is at already: when it returns, the data are there.
        """
        async with self._turn:
            await self._sync_when_due()

    async def _sync_when_due(self) -> None:
        try:
            if self._sync and await self._sync.is_due():
                report = await self._sync()
                SECONDS.observe(report.seconds)
                log.info(
                    "directory replaced",
                    full=report.is_full,
                    doctors=report.state.doctors,
                    divisions=report.state.divisions,
                )
                await self.refresh()
        except SyncAlreadyRunning:
            log.info("another process brings the directory")
        except NotReplaced as refusal:
            FAILURES.labels(refusal.failure).inc()
            log.warning("directory stays as it was", reason=refusal.failure.value)
        except BotError as error:
            log.warning("directory cannot be brought now", kind=type(error).__name__)

    async def refresh(self) -> None:
        """Take a new generation into the search, whichever process brought it."""
        try:
            if await self._index.refresh():
                _show(await self._directory.state())
                log.info("search has the new directory")
        except BotError as error:
            log.warning("directory cannot be read now", kind=type(error).__name__)


def _show(state: DirectoryState) -> None:
    ROWS.labels("doctors").set(state.doctors)
    ROWS.labels("divisions").set(state.divisions)
    if state.snapshot_on:
        SNAPSHOT.set(datetime.combine(state.snapshot_on, time(), tzinfo=UTC).timestamp())
