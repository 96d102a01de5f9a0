"""Watches in the database: who has news, who tells it, and that it is told once."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select, update

from bot.db.directory.tables import directory_doctors
from bot.db.engine import create_engine
from bot.db.repositories.patients import PatientRepository
from bot.db.repositories.retention import RetentionRepository
from bot.db.repositories.watch_news import LEASE, WatchNewsRepository
from bot.db.repositories.watches import WatchRepository
from bot.db.tables import patients, watches
from bot.domain.directory.records import Export
from bot.domain.watch import LEAST_TIME_BETWEEN_NOTICES, MOST_WATCHES, WatchState
from bot.errors import TooManyWatches
from tests.integration.db.directory.exports import uuid_of

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.domain.directory import Doctor
    from bot.domain.watch import Notice, Watch
    from bot.services.sync_directory import SyncDirectory
    from tests.integration.db.directory.conftest import HandClock, Shown
    from tests.integration.db.directory.exports import Exports

OKSANA, IVAN = 7_000_000_001, 42
BONDAR, SHEVCHENKO = "Бондар Марія Петрівна", "Шевченко Олена Іванівна"
MOMENT = timedelta(microseconds=1)


@dataclass
class Office:
    """The directory, and what one process of the bot knows of watches."""

    engine: AsyncEngine
    exports: Exports
    sync: SyncDirectory
    shown: Shown
    clock: HandClock

    @property
    def watches(self) -> WatchRepository:
        return WatchRepository(self.engine)

    @property
    def news(self) -> WatchNewsRepository:
        return WatchNewsRepository(self.engine)

    async def free(self, person: str, places: int) -> None:
        """The directory says so from now on, as after a sync, which takes longer."""
        counted = (
            update(directory_doctors)
            .where(directory_doctors.c.party_id == uuid_of(person))
            .values(declarations_limit=100, declarations_count=100 - places)
        )
        async with self.engine.begin() as connection:
            await connection.execute(counted)

    async def doctor(self, person: str) -> Doctor:
        doctors = await self.shown.doctors()
        return next(doctor for doctor in doctors.values() if doctor.name == person)

    async def watch(
        self, person: str, patient: int = OKSANA, state: WatchState = WatchState.WAITING
    ) -> None:
        doctor = await self.doctor(person)
        await self.watches.put(patient, doctor, state, self.clock.now())

    async def due(self) -> list[int]:
        await self.news.settle(self.clock.now())
        return await self.news.due(self.clock.now(), 0)

    async def claim(self, patient: int = OKSANA) -> Notice | None:
        return await self.news.claim(patient, self.clock.now())

    async def tell(self, patient: int = OKSANA) -> list[str]:
        """Tell the patient what there is; gives the names."""
        await self.news.settle(self.clock.now())
        notice = await self.claim(patient)
        if notice is None:
            return []
        await self.news.mark_told(notice, self.clock.now())
        return [watch.name for watch in notice.watches]

    async def only_watch(self) -> Watch:
        (watch,) = await self.watches.of_patient(OKSANA)
        return watch


@pytest.fixture
async def office(
    engine: AsyncEngine, exports: Exports, sync: SyncDirectory, shown: Shown, clock: HandClock
) -> Office:
    """Both doctors are full."""
    exports.limit(SHEVCHENKO, 100, 100)
    await sync()
    return Office(engine, exports, sync, shown, clock)


async def test_watch_is_listed_with_what_the_directory_says(office: Office) -> None:
    await office.watch(BONDAR)
    doctor, watch = await office.doctor(BONDAR), await office.only_watch()
    assert (watch.name, watch.doctor, watch.free_places) == (BONDAR, doctor.key, 0)
    assert watch.counted_on == doctor.counted_on
    assert watch.is_active
    assert await office.watches.of_patient(IVAN) == []


async def test_one_patient_watches_ten_doctors_at_most(office: Office) -> None:
    repository = WatchRepository(office.engine, most=1)
    now = office.clock.now()
    await repository.put(OKSANA, await office.doctor(BONDAR), WatchState.WAITING, now)
    with pytest.raises(TooManyWatches):
        await repository.put(OKSANA, await office.doctor(SHEVCHENKO), WatchState.WAITING, now)
    await repository.put(OKSANA, await office.doctor(BONDAR), WatchState.WAITING, now)
    await repository.put(IVAN, await office.doctor(SHEVCHENKO), WatchState.WAITING, now)
    assert [watch.name for watch in await repository.of_patient(OKSANA)] == [BONDAR]
    assert MOST_WATCHES == 10


async def test_who_watches_has_a_row_where_a_block_can_be_noted(office: Office) -> None:
    await office.watch(BONDAR)
    async with office.engine.connect() as connection:
        assert list(await connection.scalars(select(patients.c.telegram_id))) == [OKSANA]


async def test_watch_of_a_full_doctor_is_no_news(office: Office) -> None:
    await office.watch(BONDAR)
    assert await office.due() == []
    assert await office.claim() is None


async def test_opened_place_is_told_once(office: Office) -> None:
    await office.watch(BONDAR)
    await office.free(BONDAR, 3)
    assert await office.due() == [OKSANA]
    assert await office.tell() == [BONDAR]
    watch = await office.only_watch()
    assert (watch.state, watch.free_places) == (WatchState.TOLD, 3)
    for _ in range(3):
        office.clock.move(days=1)
        await office.free(BONDAR, 5)
        assert await office.due() == []
        assert await office.tell() == []


async def test_notice_knows_the_patients_language(office: Office) -> None:
    for patient in (OKSANA, IVAN):
        await office.watch(BONDAR, patient)
    await PatientRepository(office.engine).set_language(IVAN, "en", office.clock.now())
    await office.free(BONDAR, 3)
    notices = [await office.claim(patient) for patient in (OKSANA, IVAN)]
    assert [notice.language for notice in notices if notice] == [None, "en"]


async def test_due_patients_come_in_order_from_a_place(office: Office) -> None:
    for patient in (OKSANA, IVAN):
        await office.watch(BONDAR, patient)
    await office.free(BONDAR, 3)
    now = office.clock.now()
    assert await office.news.due(now, 0) == [IVAN, OKSANA]
    assert await office.news.due(now, IVAN) == [OKSANA]
    assert await office.news.due(now, OKSANA) == []


async def test_several_doctors_at_once_are_one_message(office: Office) -> None:
    await office.watch(BONDAR)
    office.clock.move(minutes=1)
    await office.watch(SHEVCHENKO)
    await office.free(BONDAR, 3)
    await office.free(SHEVCHENKO, 1)
    assert await office.due() == [OKSANA]
    assert await office.tell() == [BONDAR, SHEVCHENKO]
    assert await office.due() == []


async def test_second_doctor_waits_for_the_least_time(office: Office) -> None:
    await office.watch(BONDAR)
    await office.watch(SHEVCHENKO)
    await office.watch(SHEVCHENKO, IVAN)
    await office.free(BONDAR, 3)
    assert await office.tell() == [BONDAR]
    await office.free(SHEVCHENKO, 1)
    assert await office.due() == [IVAN], "the time is each patient's own"
    office.clock.moment += LEAST_TIME_BETWEEN_NOTICES - MOMENT
    assert await office.claim() is None
    office.clock.moment += MOMENT
    assert await office.tell() == [SHEVCHENKO]


async def test_place_that_is_gone_before_it_could_be_told_is_no_news(office: Office) -> None:
    await office.watch(BONDAR)
    await office.free(BONDAR, 3)
    await office.free(BONDAR, 0)
    assert await office.due() == []


async def test_who_watches_again_hears_when_it_was_full_in_between(office: Office) -> None:
    await office.watch(BONDAR)
    await office.free(BONDAR, 3)
    await office.tell()
    await office.watch(BONDAR, state=WatchState.RESTING)
    office.clock.move(days=1)
    await office.free(BONDAR, 2)
    assert await office.due() == []
    await office.free(BONDAR, 0)
    assert await office.due() == []
    assert (await office.only_watch()).state is WatchState.WAITING
    await office.free(BONDAR, 1)
    assert await office.tell() == [BONDAR]


async def test_watching_again_does_not_shorten_the_least_time(office: Office) -> None:
    await office.watch(BONDAR)
    await office.free(BONDAR, 3)
    await office.tell()
    await office.free(BONDAR, 0)
    await office.watch(BONDAR)
    await office.free(BONDAR, 3)
    office.clock.moment += LEAST_TIME_BETWEEN_NOTICES - MOMENT
    assert await office.due() == []
    office.clock.moment += MOMENT
    assert await office.tell() == [BONDAR]


async def test_two_processes_never_tell_twice(office: Office, database_url: str) -> None:
    await office.watch(BONDAR)
    await office.watch(SHEVCHENKO)
    await office.free(BONDAR, 3)
    await office.free(SHEVCHENKO, 3)
    engines = [create_engine(database_url) for _ in range(2)]
    processes = [WatchNewsRepository(engine) for engine in engines]
    now = office.clock.now()
    claims = await asyncio.gather(*(news.claim(OKSANA, now) for news in processes * 8))
    for engine in engines:
        await engine.dispose()
    (notice,) = filter(None, claims)
    assert len(notice.watches) == 2


async def test_attempt_that_died_with_its_process_is_made_once_more(office: Office) -> None:
    await office.watch(BONDAR)
    await office.free(BONDAR, 3)
    assert await office.claim()
    office.clock.moment += LEASE
    assert await office.due() == [], "it may still be under way"
    office.clock.moment += MOMENT
    assert await office.due() == [OKSANA]
    assert await office.claim()
    office.clock.move(hours=1)
    assert await office.due() == [], "twice without a word is enough"
    assert (await office.only_watch()).state is WatchState.TOLD


async def test_message_that_was_not_sent_is_due_again_however_often(office: Office) -> None:
    await office.watch(BONDAR)
    await office.free(BONDAR, 3)
    for _ in range(5):
        notice = await office.claim()
        assert notice
        assert await office.due() == []
        await office.news.release(notice)
        assert await office.due() == [OKSANA]
    assert await office.tell() == [BONDAR]


async def test_late_word_of_a_lost_attempt_does_not_end_a_new_one(office: Office) -> None:
    await office.watch(BONDAR)
    await office.free(BONDAR, 3)
    lost = await office.claim()
    office.clock.move(hours=1)
    assert lost
    assert await office.claim()
    await office.news.release(lost)
    assert await office.due() == []


async def test_watch_that_is_ended_meanwhile_stays_ended(office: Office) -> None:
    await office.watch(BONDAR)
    await office.free(BONDAR, 3)
    notice = await office.claim()
    assert notice
    await office.watches.remove(OKSANA, uuid_of(BONDAR))
    await office.news.mark_told(notice, office.clock.now())
    assert await office.watches.of_patient(OKSANA) == []


async def test_patient_who_blocked_the_bot_is_told_when_back(office: Office) -> None:
    people = PatientRepository(office.engine)
    await office.watch(BONDAR)
    await office.free(BONDAR, 3)
    await people.mark_blocked(OKSANA, office.clock.now())
    assert await office.due() == []
    assert await office.claim() is None
    await people.mark_reachable(OKSANA)
    assert await office.tell() == [BONDAR]


@pytest.mark.parametrize("state", [WatchState.WAITING, WatchState.RESTING])
async def test_doctor_who_left_is_told_once_and_keeps_the_name(
    office: Office, state: WatchState
) -> None:
    await office.watch(BONDAR, state=state)
    office.exports.change(Export.EMPLOYEES, "Бондар", status="DISMISSED")
    await office.sync(full=True, may_shrink=True)
    assert await office.tell() == [BONDAR]
    watch = await office.only_watch()
    assert (watch.state, watch.is_listed, watch.name) == (WatchState.GONE, False, BONDAR)
    office.clock.move(days=1)
    assert await office.due() == []


async def test_doctor_who_moved_to_another_division_is_still_watched(office: Office) -> None:
    await office.watch(BONDAR)
    before = await office.only_watch()
    office.exports.change(Export.EMPLOYEES, "Бондар", status="DISMISSED")
    office.exports.employee("Бондар у новому місці", BONDAR, "Амбулаторія 2")
    await office.sync(full=True)
    assert await office.due() == []
    watch = await office.only_watch()
    assert watch.doctor == (await office.doctor(BONDAR)).key != before.doctor
    assert watch.is_of(before.doctor)
    assert watch.is_of(watch.doctor)
    await office.free(BONDAR, 3)
    assert await office.tell() == [BONDAR]


async def test_told_watches_go_after_thirty_days_and_waiting_ones_stay(office: Office) -> None:
    await office.watch(BONDAR)
    await office.watch(SHEVCHENKO)
    await office.free(BONDAR, 3)
    await office.tell()
    retention = RetentionRepository(office.engine)
    at = office.clock.now() + timedelta(days=30)
    assert (await retention.purge(at))["watches"] == 0
    assert (await retention.purge(at + MOMENT))["watches"] == 1
    assert [watch.name for watch in await office.watches.of_patient(OKSANA)] == [SHEVCHENKO]


async def test_who_watches_again_keeps_the_watch_past_thirty_days(office: Office) -> None:
    await office.watch(BONDAR)
    await office.free(BONDAR, 3)
    await office.tell()
    await office.watch(BONDAR, state=WatchState.RESTING)
    retention = RetentionRepository(office.engine)
    assert (await retention.purge(office.clock.now() + timedelta(days=365)))["watches"] == 0


async def test_forgotten_patient_is_told_nothing(office: Office) -> None:
    await office.watch(BONDAR)
    await office.watch(BONDAR, IVAN)
    await office.free(BONDAR, 3)
    await PatientRepository(office.engine).forget(OKSANA)
    assert await office.due() == [IVAN]
    async with office.engine.connect() as connection:
        assert await connection.scalar(select(func.count()).select_from(watches)) == 1
