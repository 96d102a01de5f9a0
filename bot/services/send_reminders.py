"""Says what is due: claims it, keeps Telegram's limits, notes what came of it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.services.send_round import SendRound
from bot.services.sending_tally import SendingTally

if TYPE_CHECKING:
    from bot.domain.clock import Clock
    from bot.services.reminder_queue import ReminderQueue
    from bot.services.say_reminder import SayReminder
    from bot.services.send_budget import SendBudget

MOST_AT_ONCE = 7
"""A quarter of a second of sending: so much a process that dies may leave to be said twice."""
HANDS = 2
"""While one sends, the other notes what it has sent and claims more: no slot passes unused."""


class SendReminders:
    """Asked every second, in every process; works until nothing is due.

    A message is claimed before it is sent and its outcome is noted after: a process that dies in
    between makes the patient hear it twice at worst, and never not at all.
    """

    def __init__(
        self,
        *,
        queue: ReminderQueue,
        say: SayReminder,
        budget: SendBudget,
        clock: Clock,
        most_at_once: int = MOST_AT_ONCE,
        hands: int = HANDS,
    ) -> None:
        self._queue = queue
        self._say = say
        self._budget = budget
        self._clock = clock
        self._most_at_once = most_at_once
        self._hands = hands

    async def __call__(self, tally: SendingTally | None = None) -> SendingTally:
        """Return what was done, counted into `tally` as it goes.

        Raises Unavailable when the database fails; what was done by then stands in `tally`.
        """
        tally = SendingTally() if tally is None else tally
        hands = [self._work(tally) for _ in range(self._hands)]
        for failure in await asyncio.gather(*hands, return_exceptions=True):
            if failure is not None:
                raise failure
        return tally

    async def _work(self, tally: SendingTally) -> None:
        lost_seconds = 0.0
        while await self._budget.is_open():
            # while Telegram is down, one message is enough to see whether it is back
            most = 1 if self._say.is_down else self._most_at_once
            batch = await self._queue.claim(self._clock.now(), most)
            if not batch.chats:
                return
            sending = SendRound(
                batch=batch,
                queue=self._queue,
                say=self._say,
                budget=self._budget,
                clock=self._clock,
                tally=tally,
            )
            if not await sending.run(lost_seconds):
                return
            lost_seconds = sending.lost_seconds
