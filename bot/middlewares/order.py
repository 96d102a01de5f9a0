"""One patient's updates one at a time, in the order in which they came."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from aiogram.fsm.storage.base import BaseEventIsolation

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from aiogram.fsm.storage.base import StorageKey


class PatientOrder(BaseEventIsolation):
    """A lock for each patient whose updates are being handled, in one process.

    aiogram's own SimpleEventIsolation keeps a lock for everyone who ever wrote; here a lock is
    gone with the last update that waits for it. asyncio's locks wake waiters in order.
    """

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[StorageKey, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def lock(self, key: StorageKey) -> AsyncGenerator[None, None]:
        lock = self._locks.setdefault(key, asyncio.Lock())
        async with lock:
            yield

    async def close(self) -> None:
        self._locks.clear()
