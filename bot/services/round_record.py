"""What has become of a batch's messages, until it is written."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.services.reminder_queue import Settled

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.domain.clock import Clock
    from bot.domain.reminders.decision import Chat, Decision, DueReminder
    from bot.services.reminder_queue import ReminderQueue
    from bot.services.sending_tally import SendingTally

_WRITTEN_EVERY_SECONDS = 0.1
"""So few messages stand in the air unwritten, and so few transactions are made of them."""


class RoundRecord:
    """Outcomes that come while others are being written join the next transaction."""

    def __init__(
        self, *, claim: str, queue: ReminderQueue, clock: Clock, tally: SendingTally
    ) -> None:
        self._claim = claim
        self._queue = queue
        self._clock = clock
        self._tally = tally
        self._ended: list[Settled] = []

    def silent(self, chat: Chat, reminders: Sequence[DueReminder], decision: Decision) -> None:
        """Nothing is said in the chat now."""
        self._ended.append(_untried(chat, reminders, decision, {}))

    def put_back(self, chat: Chat, reminders: Sequence[DueReminder], decision: Decision) -> None:
        """The message was not tried: it is due as before."""
        now = self._clock.now()
        unsaid = {one.id: max(one.intent.due_at, now) for one in decision.send}
        self._ended.append(_untried(chat, reminders, decision, unsaid))

    def said(self, settled: Settled, reminders: Sequence[DueReminder], decision: Decision) -> None:
        """`settled` came of the message; of the chat's other `reminders`, what was decided."""
        if decision.later or decision.cancelled:
            said = {one.id for one in decision.send}
            settled = replace(
                settled,
                later={**settled.later, **decision.later},
                cancelled={**settled.cancelled, **decision.cancelled},
                untried=[one for one in reminders if one.id not in said],
            )
        self._ended.append(settled)

    async def keep_writing(self, is_said: asyncio.Event) -> None:
        """Write now and then, and all that is left when everything is said.

        Raises Unavailable when the database fails.
        """
        while not is_said.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(is_said.wait(), _WRITTEN_EVERY_SECONDS)
            await self.write()
        await self.write()  # what has ended while that was written

    async def write(self) -> None:
        ended, self._ended = self._ended, []
        if ended:
            now = self._clock.now()
            await self._queue.record(self._claim, ended, now)
            self._tally.add(ended, now)


def _untried(
    chat: Chat,
    reminders: Sequence[DueReminder],
    decision: Decision,
    unsaid: dict[int, datetime],
) -> Settled:
    later = decision.later | unsaid
    return Settled(chat, later=later, cancelled=decision.cancelled, untried=reminders)
