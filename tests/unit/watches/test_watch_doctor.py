"""What comes of the wish to watch a doctor."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest

from bot.domain.directory import Address, Division, Doctor, Facility, Gender
from bot.domain.watch import Watch, WatchState
from bot.errors import Conflict, NotFound
from bot.services.stop_watching import StopWatching
from bot.services.watch_doctor import WatchDoctor, Watching
from tests.unit.watches.fakes import FakeClock

if TYPE_CHECKING:
    from datetime import datetime

OKSANA = 7
FULL = Doctor(
    key=11,
    employee_id="employee-1",
    party_id="party-1",
    last_name="Бондар",
    first_name="Марія",
    second_name="Петрівна",
    gender=Gender.FEMALE,
    speciality="FAMILY_DOCTOR",
    position=None,
    takes_declarations=True,
    division=Division(1, "division-1", "Амбулаторія", None, Facility("f", "Ф"), Address()),
    declarations_limit=100,
    declarations_count=100,
)


@dataclass
class FakeWatches:
    stored: dict[str, Watch] = field(default_factory=dict)

    async def of_patient(self, telegram_id: int) -> list[Watch]:
        assert telegram_id == OKSANA
        return list(self.stored.values())

    async def put(
        self, telegram_id: int, doctor: Doctor, state: WatchState, now: datetime
    ) -> None:
        assert (telegram_id, now) == (OKSANA, FakeClock().now())
        watch = Watch(doctor.party_id, doctor.name, doctor.key, state, (doctor.key,), 0)
        self.stored[doctor.party_id] = watch

    async def remove(self, telegram_id: int, party_id: str) -> None:
        assert telegram_id == OKSANA
        del self.stored[party_id]


@dataclass
class FakeDoctors:
    shown: list[Doctor]

    async def doctor(self, key: int) -> Doctor:
        for doctor in self.shown:
            if doctor.key == key:
                return doctor
        raise NotFound(key)


@dataclass
class Bot:
    doctor: Doctor = FULL
    watches: FakeWatches = field(default_factory=FakeWatches)

    async def watch(self, key: int = FULL.key, *, has_agreed: bool = True) -> Watching:
        doctors = FakeDoctors([self.doctor])
        watch = WatchDoctor(doctors=doctors, watches=self.watches, clock=FakeClock())
        answer = await watch(telegram_id=OKSANA, doctor=key, has_agreed=has_agreed)
        assert answer.doctor is self.doctor
        return answer.outcome

    def has(self, state: WatchState) -> bool:
        return [watch.state for watch in self.watches.stored.values()] == [state]

    def is_told(self) -> None:
        (watch,) = self.watches.stored.values()
        self.watches.stored[watch.party_id] = replace(watch, state=WatchState.TOLD)

    def frees(self, places: int) -> None:
        self.doctor = replace(self.doctor, declarations_count=100 - places)


async def test_nothing_is_stored_before_the_patient_agrees() -> None:
    bot = Bot()
    assert await bot.watch(has_agreed=False) is Watching.NEEDS_CONSENT
    assert not bot.watches.stored
    assert await bot.watch() is Watching.STARTED
    assert bot.has(WatchState.WAITING)


async def test_consent_is_asked_once() -> None:
    bot = Bot()
    await bot.watch()
    bot.doctor = replace(FULL, key=12, party_id="party-2")
    assert await bot.watch(12, has_agreed=False) is Watching.STARTED


async def test_watch_is_not_begun_twice() -> None:
    bot = Bot()
    await bot.watch()
    assert await bot.watch() is Watching.ALREADY
    bot.doctor = replace(FULL, key=12)
    assert await bot.watch(12) is Watching.ALREADY, "another place of the same person"


async def test_doctor_with_free_places_need_not_be_watched() -> None:
    bot = Bot()
    bot.frees(3)
    assert await bot.watch() is Watching.HAS_PLACES
    assert not bot.watches.stored


async def test_told_patient_can_watch_again_until_it_was_full() -> None:
    bot = Bot()
    await bot.watch()
    bot.is_told()
    bot.frees(3)
    assert await bot.watch(has_agreed=False) is Watching.AFTER_FULL
    assert bot.has(WatchState.RESTING)
    assert await bot.watch() is Watching.ALREADY


async def test_told_patient_watches_at_once_who_is_full_again() -> None:
    bot = Bot()
    await bot.watch()
    bot.is_told()
    assert await bot.watch() is Watching.STARTED
    assert bot.has(WatchState.WAITING)


async def test_doctor_whose_places_are_not_counted_cannot_be_watched() -> None:
    bot = Bot(replace(FULL, declarations_limit=None, declarations_count=None))
    with pytest.raises(Conflict):
        await bot.watch()
    assert not bot.watches.stored


async def test_doctor_who_left_cannot_be_watched() -> None:
    with pytest.raises(NotFound):
        await Bot().watch(404)


async def test_watch_is_ended_by_any_key_of_the_person() -> None:
    bot = Bot()
    await bot.watch()
    stop = StopWatching(watches=bot.watches)
    await stop(telegram_id=OKSANA, doctor=404)
    assert bot.watches.stored
    await stop(telegram_id=OKSANA, doctor=FULL.key)
    assert not bot.watches.stored
