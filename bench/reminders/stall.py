"""How long the event loop could run nothing, as a heartbeat in it feels."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass
from time import perf_counter, thread_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_BEAT_SECONDS = 0.001


@dataclass
class Stall:
    """The longest time between two beats, by the wall and by this thread's core, in ms.

    The second leaves out what other programs of the machine took, and waiting for the disk.
    """

    longest_ms: float = 0.0
    longest_core_ms: float = 0.0


@asynccontextmanager
async def heartbeat() -> AsyncIterator[Stall]:
    stall = Stall()
    async with asyncio.TaskGroup() as group:
        beating = group.create_task(_beat(stall))
        try:
            yield stall
            await asyncio.sleep(2 * _BEAT_SECONDS)  # the last beat counts too
        finally:
            beating.cancel()


async def _beat(stall: Stall) -> None:
    while True:
        begun, core = perf_counter(), thread_time()
        await asyncio.sleep(_BEAT_SECONDS)
        longer = (perf_counter() - begun - _BEAT_SECONDS) * 1000
        stall.longest_ms = max(stall.longest_ms, longer)
        stall.longest_core_ms = max(stall.longest_core_ms, (thread_time() - core) * 1000)
