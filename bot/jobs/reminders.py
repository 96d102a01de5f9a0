"""The scheduled sending of reminders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog
from prometheus_client import Counter, Histogram

from bot.errors import BotError
from bot.services.sending_tally import SendingTally

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

log = structlog.get_logger(__name__)

DUE = Counter("bot_reminders_due", "Attempts to say a reminder")
SENT = Counter("bot_reminders_sent", "Reminders that Telegram took")
MESSAGES = Counter("bot_reminder_messages", "Messages that brought them")
RETRIED = Counter("bot_reminders_retried", "Attempts that failed and will be made again")
REPEATED = Counter("bot_reminders_repeated", "Sent after an attempt that died with its process")
CANCELLED = Counter("bot_reminders_cancelled", "Reminders that were not sent", ("reason",))
LATE = Histogram(
    "bot_reminder_late_seconds",
    "How long after its time a reminder was sent",
    buckets=(1, 2, 5, 15, 60, 300, 1800, 7200, 43200),
)


class ReminderTicks:
    """`send_reminders` is None where the operator gave no keys: there are no reminders then."""

    def __init__(
        self, *, send_reminders: Callable[[SendingTally], Awaitable[object]] | None
    ) -> None:
        self._send_reminders = send_reminders

    async def send(self) -> None:
        """Send what is due; what fails is tried again at the next tick."""
        if self._send_reminders is None:
            return
        tally = SendingTally()
        try:
            await self._send_reminders(tally)
        except BotError as error:
            log.warning("reminders cannot be sent now", kind=type(error).__name__)
        finally:
            _count(tally)


def _count(tally: SendingTally) -> None:
    DUE.inc(tally.due)
    SENT.inc(tally.sent)
    MESSAGES.inc(tally.messages)
    RETRIED.inc(tally.retried)
    REPEATED.inc(tally.repeated)
    for reason, count in tally.cancelled.items():
        CANCELLED.labels(reason.value).inc(count)
    for seconds in tally.late_seconds:
        LATE.observe(seconds)
    if tally.due or tally.cancelled:
        log.info(
            "reminders sent",
            messages=tally.messages,
            reminders=tally.sent,
            retried=tally.retried,
            cancelled=tally.cancelled.total(),
        )
