"""Who is told when: never at night, never twice, never too fast, and nobody is lost."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from bot.errors import ChatClosed, Outage, Unavailable
from bot.services.tell_watchers import Telling, TellWatchers
from tests.unit.watches.fakes import (
    WATCH,
    FakeBudget,
    FakeClock,
    FakeNews,
    FakeNotices,
    FakeReachability,
    ProcessDied,
)

NINE_IN_THE_EVENING = datetime(2026, 11, 22, 19, 0, tzinfo=UTC)


@dataclass
class Setting:
    patients: int = 1
    clock: FakeClock = field(default_factory=FakeClock)
    reachability: FakeReachability = field(default_factory=FakeReachability)
    news: FakeNews = field(init=False)
    notices: FakeNotices = field(init=False)
    budget: FakeBudget = field(init=False)

    def __post_init__(self) -> None:
        self.news = FakeNews({number: [WATCH] for number in range(1, self.patients + 1)})
        self.notices = FakeNotices(self.clock)
        self.budget = FakeBudget(self.clock)

    def process(self) -> TellWatchers:
        return TellWatchers(
            news=self.news,
            notices=self.notices,
            patients=self.reachability,
            budget=self.budget,
            clock=self.clock,
        )

    @property
    def heard(self) -> list[int]:
        return [telegram_id for telegram_id, _ in self.notices.heard]


async def test_everyone_is_told_once_in_as_many_looks_as_it_takes() -> None:
    setting = Setting(patients=5)
    tell = setting.process()
    assert await tell() == Telling(5)
    assert await tell() == Telling(0)
    assert setting.heard == setting.news.told == [1, 2, 3, 4, 5]


async def test_night_postpones_to_the_morning_but_notes_who_is_full() -> None:
    setting = Setting(clock=FakeClock(NINE_IN_THE_EVENING))
    tell = setting.process()
    for _ in range(11):
        assert await tell() == Telling(0)
        setting.clock.move(hours=1)
    assert await tell() == Telling(1)
    assert len(setting.news.settled) == 12


async def test_night_that_falls_meanwhile_stops_the_rest() -> None:
    setting = Setting(patients=3, clock=FakeClock(NINE_IN_THE_EVENING - timedelta(seconds=0.05)))
    tell = setting.process()
    assert await tell() == Telling(2)
    setting.clock.move(hours=11)
    assert await tell() == Telling(1)
    assert setting.heard == [1, 2, 3]


async def test_every_message_waits_for_its_turn_among_all_that_the_bot_sends() -> None:
    setting = Setting(patients=10)
    await setting.budget.reserve(25)
    begun = setting.clock.now()
    await setting.process()()
    moments = [(at - begun).total_seconds() for _, at in setting.notices.heard]
    assert moments == pytest.approx([1 + 0.04 * number for number in range(10)])


async def test_switch_of_the_operator_stops_news_too() -> None:
    setting = Setting()
    await setting.budget.close_for(3600)
    assert await setting.process()() == Telling(0)
    setting.clock.move(hours=1)
    assert await setting.process()() == Telling(1)


async def test_two_processes_tell_each_patient_once() -> None:
    setting = Setting(patients=20)
    both = await asyncio.gather(setting.process()(), setting.process()())
    assert sum(telling.patients for telling in both) == 20
    assert sorted(setting.heard) == list(range(1, 21))


async def test_process_that_dies_after_the_message_repeats_it_once_at_most() -> None:
    setting = Setting()
    for _ in range(4):
        setting.notices.answers = [ProcessDied()]
        try:
            await setting.process()()
        except ProcessDied:
            setting.clock.move(minutes=11)
    assert setting.heard == [1, 1]


async def test_process_that_dies_before_the_message_does_not_lose_it() -> None:
    setting = Setting()
    assert await setting.news.claim(1, setting.clock.now())
    tell = setting.process()
    assert await tell() == Telling(0), "the attempt may still be under way"
    setting.clock.move(minutes=11)
    assert await tell() == Telling(1)


async def test_outage_is_tried_again_at_the_next_tick_and_counts_no_attempt() -> None:
    setting = Setting(patients=3)
    tell = setting.process()
    setting.notices.answers = [None, *[Unavailable(Outage.DOWN)] * 4]
    assert await tell() == Telling(1, is_cut_short=True)
    for _ in range(3):
        assert await tell() == Telling(0, is_cut_short=True)
    assert await tell() == Telling(2)
    assert setting.heard == [1, 2, 3]


async def test_telegram_is_left_alone_as_long_as_it_asks() -> None:
    setting = Setting()
    tell = setting.process()
    setting.notices.answers = [Unavailable(Outage.RATE_LIMIT, retry_after=600)]
    assert await tell() == Telling(0, is_cut_short=True)
    setting.clock.move(seconds=599)
    assert await tell() == Telling(0)
    setting.clock.move(seconds=1)
    assert await tell() == Telling(1)


async def test_who_blocked_the_bot_is_noted_and_keeps_nobody_else_waiting() -> None:
    setting = Setting(patients=2)
    setting.notices.answers = [ChatClosed()]
    assert await setting.process()() == Telling(1)
    assert set(setting.reachability.blocked) == {1}
    assert setting.heard == setting.news.told == [2]
    assert not setting.news.attempts.get(1)
