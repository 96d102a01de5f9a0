"""Bring the directory up to date with what ЕСОЗ exports; on any failure the old data stay."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from time import perf_counter
from typing import TYPE_CHECKING, TypeAlias

from bot.domain.directory.records import Export
from bot.domain.directory.state import DirectoryState, SyncFailure
from bot.domain.hours import KYIV
from bot.errors import Outage, SyncAlreadyRunning, Unavailable
from bot.services.directory_ports import NotReplaced

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.domain.clock import Clock
    from bot.services.directory_ports import Directory, DirectorySource, Intake, Snapshot

_DUE_AFTER = timedelta(hours=20)
"""ЕСОЗ makes new files once a day; the hourly tick finds them whenever that is."""
_FULL_AFTER = timedelta(days=7)
_LEAST_SHARE = 0.5
"""A directory that is empty, or lost most of its doctors overnight, is a fault of the export."""
_FAILURES = {
    Outage.DOWN: SyncFailure.NO_ANSWER,
    Outage.TIMEOUT: SyncFailure.NO_ANSWER,
    Outage.RATE_LIMIT: SyncFailure.NO_ANSWER,
    Outage.GARBAGE: SyncFailure.UNREADABLE,
    Outage.ACCESS: SyncFailure.NO_ACCESS,
}


_UNSURE = frozenset({SyncFailure.UNREADABLE, SyncFailure.SMALLER, SyncFailure.BROKEN})
"""After these the stored records may lack some: everything is read again."""
_ALWAYS_WHOLE = (Export.DECLARATIONS_LIMIT,)

Progress: TypeAlias = "Callable[[Export, int], None]"


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What a sync brought: `records` by export as they came, and how long it took."""

    state: DirectoryState
    is_full: bool
    records: dict[Export, int]
    seconds: float


class SyncDirectory:
    """Reads all exports, joins them unseen, and swaps at the end."""

    def __init__(
        self, *, source: DirectorySource, directory: Directory, intake: Intake, clock: Clock
    ) -> None:
        self._source = source
        self._directory = directory
        self._intake = intake
        self._clock = clock

    async def is_due(self) -> bool:
        """Whether a day has passed since the last sync; raises Unavailable."""
        state = await self._directory.state()
        return state.synced_at is None or self._clock.now() - state.synced_at >= _DUE_AFTER

    async def __call__(
        self,
        *,
        full: bool = False,
        may_shrink: bool = False,
        progress: Progress = lambda _export, _records: None,
    ) -> SyncReport:
        """Sync: what changed since the last time, or everything when `full` or when it is time.

        `progress` hears the number of records read so far of each export. Raises
        SyncAlreadyRunning, and NotReplaced when the old data stay.
        """
        run = await self._intake.begin(self._clock.now())
        failure = SyncFailure.BROKEN
        try:
            return await self._sync(run, full=full, may_shrink=may_shrink, progress=progress)
        except SyncAlreadyRunning:
            raise
        except NotReplaced as refusal:
            failure = refusal.failure
            raise
        except Unavailable as error:
            failure = _FAILURES[error.reason]
            raise NotReplaced(failure) from error
        finally:
            # changes nothing after the swap; a sync that is stopped ends its turn, too
            await self._intake.give_up(run, failure, self._clock.now())
            await self._intake.clear()

    async def _sync(
        self, run: int, *, full: bool, may_shrink: bool, progress: Progress
    ) -> SyncReport:
        started = perf_counter()
        shown = await self._directory.state()
        depth = None if full else self._depth(shown)
        async with self._source.snapshot(depth=depth) as snapshot:
            if shown.snapshot_on and snapshot.taken_on < shown.snapshot_on:
                raise NotReplaced(SyncFailure.OLDER)
            records = await self._take(run, snapshot, progress)
            taken_on, counted_on = snapshot.taken_on, snapshot.counted_on
        whole = _ALWAYS_WHOLE if depth else tuple(Export)
        await self._intake.forget_unseen(run, whole, self._clock.now())
        doctors, divisions = await self._intake.build(run, taken_on, self._clock.now())
        if not may_shrink and doctors < max(shown.doctors * _LEAST_SHARE, 1):
            raise NotReplaced(SyncFailure.SMALLER)
        now = self._clock.now()
        state = DirectoryState(
            generation=run,
            snapshot_on=taken_on,
            counted_on=counted_on,
            synced_at=now,
            full_synced_at=shown.full_synced_at if depth else now,
            doctors=doctors,
            divisions=divisions,
        )
        await self._intake.publish(run, state)
        return SyncReport(state, depth is None, records, perf_counter() - started)

    def _depth(self, shown: DirectoryState) -> int | None:
        """How many days of changes are missing, with one to spare; None when all is wanted."""
        now = self._clock.now()
        if shown.snapshot_on is None or shown.full_synced_at is None:
            return None
        if shown.failure in _UNSURE or now - shown.full_synced_at >= _FULL_AFTER:
            return None
        return max((now.astimezone(KYIV).date() - shown.snapshot_on).days, 0) + 1

    async def _take(self, run: int, snapshot: Snapshot, progress: Progress) -> dict[Export, int]:
        taken: Counter[Export] = Counter()
        for export in Export:
            async for batch in snapshot.batches(export):
                await self._intake.take(run, export, batch, self._clock.now())
                taken[export] += len(batch)
                progress(export, taken[export])
        return dict(taken)
