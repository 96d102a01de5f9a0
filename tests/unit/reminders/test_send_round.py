"""A batch of reminders: at its slots, written while it goes on, and nothing left unwritten."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.domain.reminders import Outcome, own_intent
from bot.domain.reminders.decision import Chat, DueReminder
from bot.errors import Outage, Unavailable
from bot.services.reminder_queue import Batch
from bot.services.say_reminder import SayReminder
from bot.services.send_budget import Slots
from bot.services.send_round import SendRound
from bot.services.sending_tally import SendingTally

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.services.reminder_queue import Push, Settled

NOON = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
SPACING = 0.04


@dataclass
class FakeClock:
    """Moved by waits; each wait takes `late` more than asked for."""

    late: float = 0.0
    moment: datetime = NOON

    def now(self) -> datetime:
        return self.moment

    async def sleep(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds + self.late)
        await asyncio.sleep(0)


@dataclass
class FakeBudget:
    is_paused: bool = False

    async def is_open(self) -> bool:
        return not self.is_paused

    async def reserve(self, count: int, lost_seconds: float = 0) -> Slots | None:  # noqa: ARG002 - as the protocol
        return None if self.is_paused else Slots(NOON.timestamp(), SPACING)

    async def close_for(self, seconds: float) -> None: ...


@dataclass
class FakeQueue:
    """Writes as slowly as `is_free` lets it."""

    is_free: asyncio.Event = field(default_factory=asyncio.Event)
    is_asked: asyncio.Event = field(default_factory=asyncio.Event)
    written: list[Settled] = field(default_factory=list)
    is_down: bool = False

    async def claim(self, now: datetime, most: int) -> Batch: ...  # type: ignore[empty-body]  # not asked here

    async def record(self, claim: str, settled: Sequence[Settled], now: datetime) -> None:  # noqa: ARG002 - as the protocol
        if self.is_down:
            raise Unavailable(Outage.DOWN)
        self.is_asked.set()
        await self.is_free.wait()
        self.written += settled


@dataclass
class FakePushes:
    """The last message waits until `is_free`."""

    is_free: asyncio.Event = field(default_factory=asyncio.Event)
    begun: int = 0
    waits_at: int = 0

    async def push(self, push: Push) -> int:
        self.begun += 1
        if self.begun == self.waits_at:
            await self.is_free.wait()
        return push.chat.telegram_id


class FakeReachability:
    async def mark_blocked(self, telegram_id: int, now: datetime) -> None: ...


@dataclass
class Setting:
    clock: FakeClock = field(default_factory=FakeClock)
    budget: FakeBudget = field(default_factory=FakeBudget)
    queue: FakeQueue = field(default_factory=FakeQueue)
    pushes: FakePushes = field(default_factory=FakePushes)
    tally: SendingTally = field(default_factory=SendingTally)

    def sending(self, chats: int = 3) -> SendRound:
        intent = own_intent(datetime(2026, 11, 22, 12, 0), "Europe/Kyiv", None)
        claimed = [(Chat(n), [DueReminder(n, intent)]) for n in range(1, chats + 1)]
        say = SayReminder(
            pushes=self.pushes, budget=self.budget, patients=FakeReachability(), clock=self.clock
        )
        return SendRound(
            batch=Batch("claim", claimed),
            queue=self.queue,
            say=say,
            budget=self.budget,
            clock=self.clock,
            tally=self.tally,
        )


async def test_what_ends_while_the_rest_is_written_is_written_too() -> None:
    setting = Setting()
    setting.pushes.waits_at = 3
    async with asyncio.TaskGroup() as group:
        running = group.create_task(setting.sending().run())
        await setting.queue.is_asked.wait()  # the first two are being written
        setting.pushes.is_free.set()
        for _ in range(10):
            await asyncio.sleep(0)  # the third is said, and nothing more is to say
        setting.queue.is_free.set()
    assert running.result()
    assert [one.outcome for one in setting.queue.written] == [Outcome.SENT] * 3
    assert setting.tally.sent == 3


async def test_messages_go_out_at_their_slots_and_lateness_is_told() -> None:
    setting = Setting(clock=FakeClock(late=0.03))
    setting.queue.is_free.set()
    sending = setting.sending(2)
    await sending.run()
    assert round(sending.lost_seconds, 3) == 0.02, "but for the hundredth that does no harm"


async def test_closed_budget_puts_everything_back_untried() -> None:
    setting = Setting(budget=FakeBudget(is_paused=True))
    setting.queue.is_free.set()
    assert not await setting.sending().run()
    assert setting.pushes.begun == 0
    assert [(one.outcome, list(one.later)) for one in setting.queue.written] == [
        (None, [1]),
        (None, [2]),
        (None, [3]),
    ]


async def test_database_that_fails_stops_the_round_with_its_failure() -> None:
    setting = Setting()
    setting.queue.is_down = True
    failures = await asyncio.gather(setting.sending().run(), return_exceptions=True)
    assert [type(one) for one in failures] == [Unavailable]
