"""What the sender needs: the reminders that are due, somebody to say them, a place to note it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from bot.domain.reminders import Cancelled, Outcome
    from bot.domain.reminders.decision import Chat, DueReminder


@dataclass(frozen=True, slots=True)
class Batch:
    """Reminders that this process holds until `lease_until`; other processes keep off."""

    claim: str
    chats: Sequence[tuple[Chat, Sequence[DueReminder]]] = ()


# Not frozen, as a batch makes thousands of them.
@dataclass(slots=True)
class Push:
    """One message for one chat, drawn when it is sent."""

    chat: Chat
    reminders: Sequence[DueReminder]
    now: datetime


@dataclass(slots=True)
class Settled:
    """What came of all that was claimed for one chat; `outcome` None when nothing was tried."""

    chat: Chat
    tried: Sequence[DueReminder] = ()
    outcome: Outcome | None = None
    message_id: int | None = None
    is_counted: bool = False
    later: Mapping[int, datetime] = field(default_factory=dict)
    cancelled: Mapping[int, Cancelled] = field(default_factory=dict)
    untried: Sequence[DueReminder] = ()
    """What stands in `later` and `cancelled` without a try."""


class ReminderQueue(Protocol):
    """The database decides which process gets whom; every method raises Unavailable."""

    async def claim(self, now: datetime, most: int) -> Batch:
        """Hold the reminders of some chats that are due, about `most` of them."""
        ...

    async def record(self, claim: str, settled: Sequence[Settled], now: datetime) -> None:
        """Note the outcomes, and what recurs next, in one transaction; the chats are free."""
        ...


class Pushes(Protocol):
    async def push(self, push: Push) -> int:
        """Send one message, return its id; raises ChatClosed, MessageRefused, Unavailable."""
        ...
