"""What bringing the directory up to date needs: a source, a store, and words for a failure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from bot.errors import BotError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Collection, Sequence
    from contextlib import AbstractAsyncContextManager
    from datetime import date, datetime

    from bot.domain.directory.records import Export, Record
    from bot.domain.directory.state import DirectoryState, SyncFailure


class Snapshot(Protocol):
    """All exports of one moment."""

    @property
    def taken_on(self) -> date: ...

    @property
    def counted_on(self) -> date: ...

    def batches(self, export: Export) -> AsyncIterator[Sequence[Record]]:
        """Raises Unavailable where the export is cut off or broken."""
        ...


class DirectorySource(Protocol):
    def snapshot(self, *, depth: int | None) -> AbstractAsyncContextManager[Snapshot]:
        """What changed in the last `depth` days, all without it; raises Unavailable."""
        ...


class Directory(Protocol):
    async def state(self) -> DirectoryState: ...


class Intake(Protocol):
    """One run at a time writes, and makes the generation of its number."""

    async def begin(self, now: datetime) -> int:
        """Raises SyncAlreadyRunning."""
        ...

    async def take(
        self, run: int, export: Export, records: Sequence[Record], now: datetime
    ) -> None: ...

    async def forget_unseen(
        self, run: int, exports: Collection[Export], now: datetime
    ) -> None: ...

    async def build(self, run: int, today: date, now: datetime) -> tuple[int, int]: ...

    async def publish(self, run: int, state: DirectoryState) -> None: ...

    async def give_up(self, run: int, failure: SyncFailure, now: datetime) -> None: ...

    async def clear(self) -> None: ...


class NotReplaced(BotError):
    """The old data stay, and `failure` says why."""

    def __init__(self, failure: SyncFailure) -> None:
        super().__init__(failure.value)
        self.failure = failure
