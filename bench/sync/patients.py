"""Patients who look at doctors while the directory is being replaced."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from random import Random
from time import perf_counter, sleep
from typing import TYPE_CHECKING

from bot.db.engine import create_engine, upgrade
from bot.db.repositories.directory import DirectoryRepository
from bot.db.repositories.updates import UpdateRepository
from bot.domain.clock import SystemClock

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAUSE_SECONDS = 0.02
_CARDS = 5


class Patients:
    """Each look reads five cards and writes one row, as an update of the bot does."""

    def __init__(self, url: str) -> None:
        self.waits_ms: list[float] = []
        self.unanswered = 0
        self._runner = asyncio.Runner()
        self._engine = create_engine(url)
        self._directory = DirectoryRepository(self._engine)
        self._updates = UpdateRepository(self._engine)
        self._dice = Random(1)  # noqa: S311 - nothing secret
        self._keys: list[int] = []
        self._runner.run(self._open())

    def look(self) -> None:
        begun = perf_counter()
        self._runner.run(self._look())
        self.waits_ms.append((perf_counter() - begun) * 1000)
        sleep(_PAUSE_SECONDS)

    def close(self) -> None:
        self._runner.run(self._engine.dispose())
        self._runner.close()

    async def _open(self) -> None:
        await upgrade(self._engine)
        generation = await self._directory.generation()
        if generation:
            async for page in self._directory.pages(generation):
                self._keys += [one.entry.key for one in page if one.traits.is_doctor]

    async def _look(self) -> None:
        if self._keys:
            wanted = self._dice.sample(self._keys, _CARDS)
            found = await self._directory.doctors(wanted)
            self.unanswered += _CARDS - len(found)
        update_id = self._dice.randrange(2**60)
        await self._updates.mark_handled(update_id, SystemClock().now())


@contextmanager
def patients_of(url: str) -> Iterator[Patients]:
    patients = Patients(url)
    try:
        yield patients
    finally:
        patients.close()
