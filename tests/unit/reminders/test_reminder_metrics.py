"""What the operator sees of sending: due, sent, late, retried, repeated, cancelled by reason."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from prometheus_client import REGISTRY

from bot.domain.reminders import Cancelled
from bot.errors import Outage, Unavailable
from bot.jobs.reminders import ReminderTicks

if TYPE_CHECKING:
    from bot.services.sending_tally import SendingTally


class FakeSending:
    """Does some work, and then meets an outage of the database."""

    async def __call__(self, tally: SendingTally) -> None:
        tally.due, tally.sent, tally.messages, tally.retried, tally.repeated = 9, 5, 4, 3, 1
        tally.cancelled = Counter({Cancelled.EXPIRED: 2, Cancelled.BLOCKED: 1})
        tally.late_seconds = [0.5, 100.0]
        raise Unavailable(Outage.DOWN)


def figures() -> dict[str, float]:
    named = {
        "due": ("bot_reminders_due_total", {}),
        "sent": ("bot_reminders_sent_total", {}),
        "messages": ("bot_reminder_messages_total", {}),
        "retried": ("bot_reminders_retried_total", {}),
        "repeated": ("bot_reminders_repeated_total", {}),
        "expired": ("bot_reminders_cancelled_total", {"reason": "expired"}),
        "blocked": ("bot_reminders_cancelled_total", {"reason": "blocked"}),
        "late": ("bot_reminder_late_seconds_count", {}),
        "late_up_to_a_second": ("bot_reminder_late_seconds_bucket", {"le": "1.0"}),
    }
    return {
        name: REGISTRY.get_sample_value(metric, labels) or 0
        for name, (metric, labels) in named.items()
    }


async def test_figures_count_also_what_was_done_before_an_outage() -> None:
    before = figures()
    await ReminderTicks(send_reminders=FakeSending()).send()
    grown = {name: value - before[name] for name, value in figures().items()}
    assert grown == {
        "due": 9,
        "sent": 5,
        "messages": 4,
        "retried": 3,
        "repeated": 1,
        "expired": 2,
        "blocked": 1,
        "late": 2,
        "late_up_to_a_second": 1,
    }
