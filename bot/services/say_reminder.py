"""Says one message of reminders; whatever comes of it is an outcome and no exception."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.domain.reminders import Cancelled, Outcome
from bot.errors import ChatClosed, MessageRefused, Unavailable
from bot.services.reminder_queue import Push, Settled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.domain.clock import Clock
    from bot.domain.reminders.decision import Chat, Decision, DueReminder
    from bot.services.reminder_queue import Pushes
    from bot.services.send_budget import SendBudget
    from bot.services.tell_watchers import Reachability

FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(minutes=15)
_LONGEST_CLOSED_SECONDS = 60.0
_MAYBE_THE_CHATS_OWN = 1
"""One failure may be the chat's; from the second in a row on it is Telegram's."""
_MOST_DOUBLINGS = 10


class SayReminder:
    """Remembers how many in a row failed, so that a Telegram that is down is left alone."""

    def __init__(
        self, *, pushes: Pushes, budget: SendBudget, patients: Reachability, clock: Clock
    ) -> None:
        self._pushes = pushes
        self._budget = budget
        self._patients = patients
        self._clock = clock
        self._failures = 0

    @property
    def is_down(self) -> bool:
        return self._failures > _MAYBE_THE_CHATS_OWN

    async def __call__(self, chat: Chat, decision: Decision) -> Settled:
        """Send what `decision` says; raises Unavailable only when the database fails."""
        tried, now = decision.send, self._clock.now()
        try:
            message_id = await self._pushes.push(Push(chat, tried, now))
        except ChatClosed:
            self._failures = 0
            await self._patients.mark_blocked(chat.telegram_id, now)
            return _given_up(chat, tried, Outcome.CLOSED, Cancelled.BLOCKED)
        except MessageRefused:
            self._failures = 0
            return _given_up(chat, tried, Outcome.REFUSED, Cancelled.REFUSED)
        except Unavailable as outage:
            return await self._put_off(chat, tried, outage)
        self._failures = 0
        return Settled(chat, tried, Outcome.SENT, message_id, decision.is_counted)

    async def _put_off(
        self, chat: Chat, tried: Sequence[DueReminder], outage: Unavailable
    ) -> Settled:
        self._failures += 1
        if outage.retry_after is not None:
            self._failures += _MAYBE_THE_CHATS_OWN
            await self._budget.close_for(outage.retry_after)
        elif self.is_down:
            doublings = min(self._failures - _MAYBE_THE_CHATS_OWN, _MOST_DOUBLINGS)
            await self._budget.close_for(min(2.0**doublings, _LONGEST_CLOSED_SECONDS))
        now = self._clock.now()
        later = {one.id: now + _pause(one, outage) for one in tried}
        return Settled(chat, tried, Outcome.FAILED, later=later)


def _given_up(
    chat: Chat, tried: Sequence[DueReminder], outcome: Outcome, reason: Cancelled
) -> Settled:
    return Settled(chat, tried, outcome, cancelled={one.id: reason for one in tried})


def _pause(one: DueReminder, outage: Unavailable) -> timedelta:
    """How long until the next try: as long as Telegram asks, or twice the last pause."""
    if outage.retry_after is not None:
        return timedelta(seconds=outage.retry_after)
    doublings = min(max(one.attempts - 1, 0), _MOST_DOUBLINGS)
    return min(FIRST_PAUSE * (1 << doublings), LONGEST_PAUSE)
