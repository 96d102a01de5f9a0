"""How long Telegram waits in real time, in seconds, where its own delays would be felt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Timing:
    """Real seconds; tests make them shorter.

    `repeated_poll` answers a poll that repeats its offset without confirming (Telegram: 3 s).
    `first_retry` doubles up to `longest_retry` while a webhook keeps failing.
    `webhook_change` must lie between two calls of setWebhook.
    """

    repeated_poll: float = 0.2
    repeated_poll_window: float = 3.0
    longest_poll: float = 50.0
    first_retry: float = 1.0
    longest_retry: float = 60.0
    webhook_answer: float = 60.0
    webhook_change: float = 1.0
    slow_answer: float = 3.0
