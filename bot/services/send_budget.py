"""What all processes together may send; one switch stops it all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

MOST_A_SECOND = 29.0
"""Telegram takes 30 messages in any second. What the network delays comes nearer to the next, and
one part in thirty is the room for that (docs/benchmarks.md)."""


@dataclass(frozen=True, slots=True)
class Slots:
    """When the messages of one reservation may go out; Unix seconds, and seconds between them."""

    first: float
    spacing: float

    def wait(self, number: int, now: datetime) -> float:
        """Return the seconds until the slot; below 0 when it has passed."""
        return self.first + number * self.spacing - now.timestamp()


class SendBudget(Protocol):
    """Shared by every process; every method raises Unavailable when the database fails."""

    async def is_open(self) -> bool:
        """Whether anything may be sent now: not paused, and Telegram did not ask to wait."""
        ...

    async def reserve(self, count: int, lost_seconds: float = 0) -> Slots | None:
        """Wait until the next `count` slots are near and take them; None: nothing may be sent.

        `lost_seconds`: so much later than its slot a message of the last ones went out. It counts
        in the second after, which must not see more than its share: all later slots move.
        """
        ...

    async def close_for(self, seconds: float) -> None:
        """Let no process send for so long."""
        ...
