"""Counts what a look at the due reminders came to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.domain.reminders import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from bot.domain.reminders import Cancelled
    from bot.services.reminder_queue import Settled


@dataclass(slots=True)
class SendingTally:
    """Of reminders, but for `messages`; `late_seconds` of each that was sent.

    `repeated` were cut off in a former process, so the patient may hear them twice.
    """

    due: int = 0
    messages: int = 0
    sent: int = 0
    retried: int = 0
    repeated: int = 0
    cancelled: Counter[Cancelled] = field(default_factory=Counter)
    late_seconds: list[float] = field(default_factory=list)

    def add(self, settled: Iterable[Settled], now: datetime) -> None:
        for one in settled:
            self.due += len(one.tried)
            self.cancelled.update(one.cancelled.values())
            if one.outcome is Outcome.SENT:
                self.messages += 1
                self.sent += len(one.tried)
                self.repeated += sum(reminder.was_lost for reminder in one.tried)
                self.late_seconds += [
                    max((now - reminder.intent.due_at).total_seconds(), 0)
                    for reminder in one.tried
                ]
            elif one.outcome is Outcome.FAILED:
                self.retried += len(one.tried)
