"""One batch of reminders from its claim to its outcomes."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.domain.reminders.decision import decide
from bot.errors import Unavailable
from bot.services.round_record import RoundRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.domain.clock import Clock
    from bot.domain.reminders.decision import Chat, Decision, DueReminder
    from bot.services.reminder_queue import Batch, ReminderQueue
    from bot.services.say_reminder import SayReminder
    from bot.services.send_budget import SendBudget, Slots
    from bot.services.sending_tally import SendingTally

    _ToSay = tuple[Chat, Sequence[DueReminder], Decision]

_NOT_WORTH_A_WAIT = 0.001
"""Seconds; the clock of the event loop is no finer."""
_HARMLESS_SECONDS = 0.01
"""A message so late still leaves a second with its share; see MOST_A_SECOND."""
_IN_THE_AIR = 32
"""Messages at once; where Telegram answers in a second, still one in each slot."""
_IN_A_ROW = 16
"""So many chats are decided on, or told, before others of this process have their turn."""


class SendRound:
    """Messages go out at their slots; meanwhile what has become of them is written together.

    `lost_seconds`: how far behind its slot the latest message of the round was.
    """

    def __init__(
        self,
        *,
        batch: Batch,
        queue: ReminderQueue,
        say: SayReminder,
        budget: SendBudget,
        clock: Clock,
        tally: SendingTally,
    ) -> None:
        self._batch = batch
        self._say = say
        self._budget = budget
        self._clock = clock
        self._record = RoundRecord(claim=batch.claim, queue=queue, clock=clock, tally=tally)
        self._is_stopped = False
        self._is_said = asyncio.Event()
        self._is_over = asyncio.Event()
        self.lost_seconds = 0.0

    async def run(self, lost_seconds: float = 0) -> bool:
        """Work the batch through; a stop of the program lets what is in the air end first.

        Return whether another round makes sense now. Raises Unavailable when the database
        fails: the lease ends, and all is tried again.
        """
        try:
            await asyncio.shield(self._work(lost_seconds))
        except asyncio.CancelledError:
            self._is_stopped = True
            await self._is_over.wait()
            raise
        return not self._is_stopped

    async def _work(self, lost_seconds: float) -> None:
        try:
            to_say = await self._decide()
            slots = await self._budget.reserve(len(to_say), lost_seconds) if to_say else None
            if slots is None:
                self._is_stopped = bool(to_say)
                for one in to_say:
                    self._record.put_back(*one)
                await self._record.write()
            else:
                both = self._say_all(to_say, slots), self._keep_record()
                _raise_first(await asyncio.gather(*both, return_exceptions=True))
        finally:
            self._is_over.set()

    async def _decide(self) -> list[_ToSay]:
        now = self._clock.now()
        to_say = []
        for number, (chat, reminders) in enumerate(self._batch.chats):
            decision = decide(chat, reminders, now)
            if decision.send:
                to_say.append((chat, reminders, decision))
            else:
                self._record.silent(chat, reminders, decision)
            if number % _IN_A_ROW == _IN_A_ROW - 1:
                await asyncio.sleep(0)
        return to_say

    async def _say_all(self, to_say: Sequence[_ToSay], slots: Slots) -> None:
        turns = enumerate(to_say)
        speakers = [self._speak(turns, slots) for _ in to_say[:_IN_THE_AIR]]
        try:
            _raise_first(await asyncio.gather(*speakers, return_exceptions=True))
        finally:
            self._is_said.set()

    async def _keep_record(self) -> None:
        try:
            await self._record.keep_writing(self._is_said)
        except Unavailable:
            self._is_stopped = True
            raise

    async def _speak(self, turns: Iterator[tuple[int, _ToSay]], slots: Slots) -> None:
        for number, (chat, reminders, decision) in turns:
            await self._wait(slots, number)
            if self._is_stopped:
                self._record.put_back(chat, reminders, decision)
            else:
                settled = await self._say(chat, decision)
                self._record.said(settled, reminders, decision)
                self._is_stopped |= self._say.is_down

    async def _wait(self, slots: Slots, number: int) -> None:
        """Wait for the slot, and give others of this process their turn now and then."""
        wait_seconds = slots.wait(number, self._clock.now())
        if wait_seconds > _NOT_WORTH_A_WAIT:
            await self._clock.sleep(wait_seconds)
            wait_seconds = slots.wait(number, self._clock.now())
        elif number % _IN_A_ROW == 0:
            await asyncio.sleep(0)
        self.lost_seconds = max(self.lost_seconds, -wait_seconds - _HARMLESS_SECONDS)


def _raise_first(results: Iterable[BaseException | None]) -> None:
    for failure in results:
        if failure is not None:
            raise failure
