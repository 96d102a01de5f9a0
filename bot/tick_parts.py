"""Which work is done again and again, how often, and in which order after the clock was moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.db.repositories.retention import RetentionRepository
from bot.jobs.directory import DirectoryTicks
from bot.jobs.old_rows import OldRowTicks
from bot.jobs.ticks import Ticks
from bot.services.purge_old_rows import PurgeOldRows

if TYPE_CHECKING:
    from contextlib import AsyncExitStack

    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.domain.clock import Clock
    from bot.parts import Parts

_MINUTE = 60
_HOUR = 3600


def start_ticks(engine: AsyncEngine, clock: Clock, parts: Parts, stack: AsyncExitStack) -> Ticks:
    """Start the clockwork; it stops when `stack` is left."""
    purge = PurgeOldRows(retention=RetentionRepository(engine), clock=clock)
    directory = DirectoryTicks(
        sync=parts.directory.sync,
        index=parts.directory.index,
        directory=parts.directory.repository,
    )
    ticks = Ticks()
    ticks.every(OldRowTicks(purge_old_rows=purge).purge, seconds=_HOUR)
    # jitter, so that the bots of the country do not all ask at the same minute
    ticks.every(directory.sync, seconds=_HOUR, jitter_seconds=600, at_once=True)
    ticks.every(directory.refresh, seconds=30, at_once=True)
    ticks.every(parts.watches.ticks.tell, seconds=5 * _MINUTE)
    if parts.signing:
        ticks.every(parts.signing.ticks.tend, seconds=20, at_once=True)
    if parts.my_data:
        ticks.every(parts.my_data.ticks.sweep, seconds=30, at_once=True)
    ticks.every(parts.reminders.ticks.send, seconds=1)
    ticks.every(parts.figures.ticks.flush, seconds=_MINUTE)
    if parts.declare:
        ticks.every(parts.declare.ticks.follow, seconds=_MINUTE, at_once=True)
    ticks.start()
    stack.push_async_callback(ticks.close)
    stack.callback(directory.close)  # before the ticks, since a running sync ends by it
    return ticks
