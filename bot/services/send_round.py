"""One batch of reminders from its claim to its outcomes."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.domain.reminders.decision import decide
from bot.errors import Unavailable
from bot.services.reminder_queue import Settled

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.domain.clock import Clock
    from bot.domain.reminders.decision import Chat, Decision, DueReminder
    from bot.services.reminder_queue import Batch, ReminderQueue
    from bot.services.say_reminder import SayReminder
    from bot.services.send_budget import SendBudget
    from bot.services.sending_tally import SendingTally

_NOT_WORTH_A_WAIT = 0.001
"""Seconds; the clock of the event loop is no finer."""


class SendRound:
    """Outcomes that come while others are being written join the next transaction."""

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
        self._queue = queue
        self._say = say
        self._budget = budget
        self._clock = clock
        self._tally = tally
        self._ended: list[Settled] = []
        self._turn = asyncio.Lock()
        self._is_stopped = False
        self._is_over = asyncio.Event()

    async def run(self) -> bool:
        """Work the batch through; a stop of the program lets what is in the air end first.

        Return whether another round makes sense now. Raises Unavailable when the database
        fails: the lease ends, and all is tried again.
        """
        try:
            await asyncio.shield(self._work())
        except asyncio.CancelledError:
            self._is_stopped = True
            await self._is_over.wait()
            raise
        return not self._is_stopped

    async def _work(self) -> None:
        try:
            to_say = self._decide()
            slots = await self._budget.reserve(len(to_say)) if to_say else None
            if slots is None:
                self._is_stopped = bool(to_say)
                self._put_back(to_say)
            else:
                says = (self._take_turn(*one, slots.wait(n)) for n, one in enumerate(to_say))
                for failure in await asyncio.gather(*says, return_exceptions=True):
                    if failure is not None and not isinstance(failure, Unavailable):
                        raise failure
            await self._record()
        finally:
            self._is_over.set()

    def _decide(self) -> list[tuple[Chat, Decision]]:
        now = self._clock.now()
        to_say = []
        for chat, reminders in self._batch.chats:
            decision = decide(chat, reminders, now)
            if decision.send:
                to_say.append((chat, decision))
            if decision.later or decision.cancelled:
                self._ended.append(_without_word(chat, reminders, decision))
        return to_say

    async def _take_turn(self, chat: Chat, decision: Decision, wait_seconds: float) -> None:
        if wait_seconds > _NOT_WORTH_A_WAIT:
            await self._clock.sleep(wait_seconds)
        if self._is_stopped:
            self._put_back([(chat, decision)])
            return
        # apart from the line below: that list is another one by the time the message is out
        settled = await self._say(chat, decision)
        self._ended.append(settled)
        self._is_stopped |= self._say.is_down
        await self._record()

    def _put_back(self, unsaid: Sequence[tuple[Chat, Decision]]) -> None:
        now = self._clock.now()
        self._ended += [_untried(chat, decision, now) for chat, decision in unsaid]

    async def _record(self) -> None:
        async with self._turn:
            await asyncio.sleep(0)  # who has just ended joins
            ended, self._ended = self._ended, []
            if not ended:
                return
            now = self._clock.now()
            try:
                await self._queue.record(self._batch.claim, ended, now)
            except Unavailable:
                self._ended = ended + self._ended
                raise
            self._tally.add(ended, now)


def _without_word(chat: Chat, reminders: Sequence[DueReminder], decision: Decision) -> Settled:
    apart = [one for one in reminders if one.id in decision.later or one.id in decision.cancelled]
    return Settled(
        chat,
        later=decision.later,
        cancelled=decision.cancelled,
        untried=apart,
        is_chat_done=not decision.send,
    )


def _untried(chat: Chat, decision: Decision, now: datetime) -> Settled:
    later = {one.id: max(one.intent.due_at, now) for one in decision.send}
    return Settled(chat, later=later, untried=decision.send)
