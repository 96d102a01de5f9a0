"""Whatever goes wrong, patients keep the directory that they have."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from aiohttp import web
from sqlalchemy import select

from bot.db.directory.tables import directory_divisions, directory_doctors
from bot.db.repositories.directory_intake import DirectoryIntake
from bot.domain.directory import SyncFailure
from bot.domain.directory.records import Export
from bot.errors import Conflict, SyncAlreadyRunning
from bot.services.directory_ports import NotReplaced
from bot.services.sync_directory import SyncDirectory

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.clients.esoz.bulk import BulkExports
    from bot.db.repositories.directory import DirectoryRepository
    from bot.domain.directory import DirectoryState
    from tests.integration.db.directory.conftest import HandClock, Shown
    from tests.integration.db.directory.exports import Exports, Failure

SHEVCHENKO = "Шевченко, Амбулаторія 1"
BOTH = {SHEVCHENKO, "Бондар, Амбулаторія 1"}


def answering(body: bytes, status: int = 200) -> Failure:
    async def failure(_: web.Request) -> web.StreamResponse:
        return web.Response(body=body, status=status)

    return failure


async def cut_connection(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse()
    response.content_length = 2**30
    await response.prepare(request)
    await response.write(b'{"meta":{"date":"2026-11-23"},"data":[' + b" " * 2**20)
    assert request.transport
    request.transport.close()  # after what is written has gone out
    return response


TRUNCATED = b'{"meta":{"date":"2026-11-23"},"data":[{"id":"d290f1ee-6c54-4b01-90e6-d701748f0851",'
BROKEN = b'{"meta":{"date":"2026-11-23"},"data":[{"id":1}, oops]}'


@pytest.mark.parametrize(
    ("failure", "reason"),
    [
        pytest.param(answering(TRUNCATED), SyncFailure.UNREADABLE, id="truncated"),
        pytest.param(answering(BROKEN), SyncFailure.UNREADABLE, id="broken"),
        pytest.param(answering(b"\x00\xff"), SyncFailure.UNREADABLE, id="garbage"),
        pytest.param(answering(b""), SyncFailure.UNREADABLE, id="empty"),
        pytest.param(
            answering(b'{"meta":{},"data":{"status":"pending"}}'),
            SyncFailure.UNREADABLE,
            id="no list",
        ),
        pytest.param(answering(b"API rate limit exceeded", 429), SyncFailure.NO_ANSWER, id="429"),
        pytest.param(answering(b"{}", 500), SyncFailure.NO_ANSWER, id="500"),
        pytest.param(answering(b"", 401), SyncFailure.NO_ACCESS, id="401"),
        pytest.param(
            answering(b'{"error":{"message":"Access denied"}}', 403),
            SyncFailure.NO_ACCESS,
            id="403",
        ),
        pytest.param(cut_connection, SyncFailure.NO_ANSWER, id="connection cut"),
    ],
)
async def test_file_that_fails_leaves_the_old_data_and_says_so(
    sync: SyncDirectory,
    shown: Shown,
    exports: Exports,
    directory: DirectoryRepository,
    failure: Failure,
    reason: SyncFailure,
) -> None:
    before = (await sync()).state
    exports.change(Export.EMPLOYEES, "Бондар", status="DISMISSED")
    exports.failures[Export.EMPLOYEES] = failure
    with pytest.raises(NotReplaced) as refusal:
        await sync(full=True)
    assert refusal.value.failure is reason
    assert set(await shown.doctors()) == BOTH
    state = await directory.state()
    assert state.generation == before.generation
    assert state.failure is reason
    exports.failures.clear()
    await sync(full=True)
    assert len(await shown.doctors()) == 1
    assert (await directory.state()).failure is None


async def test_one_failure_of_the_line_is_overcome(
    sync: SyncDirectory, shown: Shown, exports: Exports, clock: HandClock
) -> None:
    async def once(request: web.Request) -> web.StreamResponse:
        del exports.failures[Export.PARTIES]
        return await cut_connection(request)

    exports.failures[Export.PARTIES] = once
    await sync()
    assert set(await shown.doctors()) == BOTH
    assert len(clock.slept) == 1


async def test_older_snapshot_is_refused(
    sync: SyncDirectory, shown: Shown, exports: Exports
) -> None:
    await sync()
    exports.date = "2026-11-21"
    exports.change(Export.EMPLOYEES, "Бондар", status="DISMISSED")
    with pytest.raises(NotReplaced) as refusal:
        await sync(full=True)
    assert refusal.value.failure is SyncFailure.OLDER
    exports.date = "2026-11-22"
    assert set(await shown.doctors()) == BOTH


async def test_date_may_stand_behind_the_records_or_not_at_all(
    sync: SyncDirectory, exports: Exports, clock: HandClock
) -> None:
    body = exports.body(Export.PARTIES)
    meta, _, data = body.partition(b', "data": ')
    exports.failures[Export.PARTIES] = answering(
        b'{"data": ' + data[:-1] + b", " + meta[1:] + b"}"
    )
    assert str((await sync()).state.snapshot_on) == "2026-11-22"
    exports.date = None
    exports.failures.clear()
    clock.move(days=3)
    assert str((await sync(full=True)).state.snapshot_on) == "2026-11-25"


@pytest.mark.parametrize("gone", [Export.EMPLOYEES, Export.DIVISIONS])
async def test_directory_that_shrank_overnight_is_refused_unless_wanted(
    sync: SyncDirectory, shown: Shown, exports: Exports, gone: Export
) -> None:
    await sync()
    kept, exports.records[gone] = exports.records[gone], {}
    with pytest.raises(NotReplaced) as refusal:
        await sync(full=True)
    assert refusal.value.failure is SyncFailure.SMALLER
    assert set(await shown.doctors()) == BOTH
    exports.records[gone], exports.changed = kept, set()
    assert (await sync()).is_full  # the stored records were not to be trusted
    assert set(await shown.doctors()) == BOTH
    exports.records[gone] = {}
    await sync(full=True, may_shrink=True)
    assert await shown.doctors() == {}


async def test_two_syncs_at_once_are_one(sync: SyncDirectory, exports: Exports) -> None:
    second: list[Exception] = []

    async def slow(_: web.Request) -> web.StreamResponse:
        try:
            await sync()
        except SyncAlreadyRunning as error:
            second.append(error)
        return web.Response(body=exports.body(Export.LEGAL_ENTITIES))

    exports.failures[Export.LEGAL_ENTITIES] = slow
    await sync()
    assert len(second) == 1


async def test_run_that_lost_its_turn_changes_nothing(
    sync: SyncDirectory, intake: DirectoryIntake, shown: Shown, clock: HandClock
) -> None:
    await sync()
    lost = await intake.begin(clock.now())
    clock.move(hours=2)
    await sync(full=True)
    for act in (
        intake.forget_unseen(lost, tuple(Export), clock.now()),
        intake.build(lost, clock.now().date(), clock.now()),
        intake.publish(lost, await shown.directory.state()),
    ):
        with pytest.raises(SyncAlreadyRunning):
            await act
    await intake.give_up(lost, SyncFailure.BROKEN, clock.now())
    assert (await shown.directory.state()).failure is None
    assert set(await shown.doctors()) == BOTH


async def test_stopped_sync_gives_its_turn_back(
    sync: SyncDirectory, exports: Exports, directory: DirectoryRepository
) -> None:
    arrived = asyncio.Event()

    async def never(_: web.Request) -> web.StreamResponse:
        arrived.set()
        await asyncio.sleep(3600)
        return web.Response()

    exports.failures[Export.EMPLOYEES] = never
    async with asyncio.TaskGroup() as group:
        work = group.create_task(sync())
        await arrived.wait()
        work.cancel()
        with suppress(asyncio.CancelledError):
            await work
    assert (await directory.state()).failure is SyncFailure.BROKEN
    exports.failures.clear()
    await sync()


class Watched(DirectoryIntake):
    """Looks at what patients see just before the swap."""

    def __init__(self, engine: AsyncEngine, shown: Shown) -> None:
        super().__init__(engine)
        self._shown = shown
        self.seen: list[set[str]] = []

    async def publish(self, run: int, state: DirectoryState) -> None:
        self.seen.append(set(await self._shown.doctors()))
        await super().publish(run, state)


async def test_searches_are_answered_from_the_old_data_until_the_swap(
    engine: AsyncEngine, source: BulkExports, shown: Shown, exports: Exports, clock: HandClock
) -> None:
    watched = Watched(engine, shown)
    sync = SyncDirectory(source=source, directory=shown.directory, intake=watched, clock=clock)
    await sync()
    exports.change(Export.PARTIES, "Шевченко Олена Іванівна", last_name="Ткаченко")
    await sync(full=True)
    assert watched.seen == [set(), BOTH]
    assert set(await shown.doctors()) == BOTH - {SHEVCHENKO} | {"Ткаченко, Амбулаторія 1"}


async def test_reading_all_of_a_generation_that_is_swapped_begins_again(
    sync: SyncDirectory, directory: DirectoryRepository
) -> None:
    generation = (await sync()).state.generation
    pages = directory.pages(generation)
    assert await anext(pages)
    await sync(full=True)
    with pytest.raises(Conflict):
        async for _ in pages:
            pass
    with pytest.raises(Conflict):
        await anext(directory.pages(generation))


async def test_rows_of_old_generations_are_cleared(
    sync: SyncDirectory, engine: AsyncEngine, directory: DirectoryRepository
) -> None:
    for _ in range(3):
        await sync(full=True)
    for table in (directory_doctors, directory_divisions):
        async with engine.connect() as connection:
            kept = set(await connection.scalars(select(table.c.generation)))
        assert kept == {await directory.generation()}
