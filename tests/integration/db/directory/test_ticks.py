"""The scheduled work: a sync when a day has passed, and the search that follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from aiohttp import web
from prometheus_client import REGISTRY

from bot.domain.directory.records import Export
from bot.jobs.directory import DirectoryTicks
from bot.services.directory_index import DirectoryIndex

if TYPE_CHECKING:
    from bot.db.repositories.directory import DirectoryRepository
    from bot.services.sync_directory import SyncDirectory
    from tests.integration.db.directory.conftest import HandClock, Shown
    from tests.integration.db.directory.exports import Exports


def failures() -> float:
    name, labels = "bot_directory_sync_failures_total", {"reason": "no_answer"}
    return REGISTRY.get_sample_value(name, labels) or 0


@pytest.fixture
def index(directory: DirectoryRepository) -> DirectoryIndex:
    return DirectoryIndex(listing=directory)


@pytest.fixture
def ticks(
    sync: SyncDirectory, index: DirectoryIndex, directory: DirectoryRepository
) -> DirectoryTicks:
    return DirectoryTicks(sync=sync, index=index, directory=directory)


async def test_tick_syncs_once_a_day_and_the_search_follows(
    ticks: DirectoryTicks,
    index: DirectoryIndex,
    directory: DirectoryRepository,
    exports: Exports,
    clock: HandClock,
) -> None:
    await ticks.sync()
    first = index.current.generation
    assert REGISTRY.get_sample_value("bot_directory_rows", {"kind": "doctors"}) == 2
    clock.move(hours=12)
    await ticks.sync()
    assert await directory.generation() == first
    clock.move(hours=12)
    exports.changed = set()
    await ticks.sync()
    assert index.current.generation == await directory.generation() > first


async def test_failed_tick_is_counted_and_the_next_one_tries_again(
    ticks: DirectoryTicks, shown: Shown, exports: Exports
) -> None:
    async def refuse(_: web.Request) -> web.StreamResponse:
        return web.Response(status=500)

    exports.failures[Export.PARTIES] = refuse
    before = failures()
    await ticks.sync()
    assert failures() == before + 1
    exports.failures.clear()
    await ticks.sync()
    assert len(await shown.doctors()) == 2


async def test_search_follows_a_sync_of_another_process(
    sync: SyncDirectory, index: DirectoryIndex, directory: DirectoryRepository
) -> None:
    without_key = DirectoryTicks(sync=None, index=index, directory=directory)
    await without_key.sync()
    await without_key.refresh()
    await sync()
    await without_key.refresh()
    assert index.current.generation == await directory.generation()
