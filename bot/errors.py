"""Everything that can go wrong in words of our own; the edge turns a code into a sentence.

BotError
├── NotFound                 what was asked for does not exist, or is not this person's
├── NotAllowed               it exists and may not be done
│   ├── TooManyLookups       the patient's allowance of look-ups is used up
│   ├── TooManyWatches       the patient watches as many doctors as one may
│   └── ChatClosed           the patient stopped the bot, or has no Telegram any more
├── Conflict                 things stand differently from what the caller thought
│   └── SyncAlreadyRunning   another process brings the directory up to date
├── InvalidInput(code)       what a person gave cannot be used
└── Unavailable(reason)      an outside system gave no usable answer
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class BotError(Exception):
    """The root: whoever catches this catches all that the bot raises knowingly."""


class NotFound(BotError):
    """What was asked for is not there, or may not be known to be there."""


class NotAllowed(BotError):
    """It exists, and this person may not do it."""


class TooManyLookups(NotAllowed):
    """The patient's look-ups are used up until `free_at` (aware UTC)."""

    def __init__(self, *, free_at: datetime) -> None:
        super().__init__("too many look-ups")
        self.free_at = free_at


class TooManyWatches(NotAllowed):
    """The patient watches as many doctors as one may: one has to go first."""


class ChatClosed(NotAllowed):
    """The patient stopped the bot, or left Telegram: no message reaches them."""


class Conflict(BotError):
    """Things stand differently from what the caller thought."""


class SyncAlreadyRunning(Conflict):
    """The directory is being brought up to date, by this process or another."""


class InvalidInput(BotError):
    """What a person gave cannot be used; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Outage(StrEnum):
    """Why an outside system gave no usable answer."""

    DOWN = "down"
    TIMEOUT = "timeout"
    RATE_LIMIT = "rate_limit"
    GARBAGE = "garbage"
    ACCESS = "access"


class Unavailable(BotError):
    """An outside system gave no usable answer; `retry_after` is in seconds where it said so."""

    def __init__(self, reason: Outage, *, retry_after: float | None = None) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.retry_after = retry_after
