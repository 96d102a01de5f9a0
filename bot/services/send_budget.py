"""What all processes together may send; one switch stops it all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

MOST_A_SECOND = 25.0
"""Telegram takes 30 messages a second from a bot. At 28 two processes on a busy machine met some
refusals, because the network brings messages nearer together; at 25 none (docs/benchmarks.md)."""


@dataclass(frozen=True, slots=True)
class Slots:
    """When the messages of one reservation may go out, in seconds from now."""

    first: float
    spacing: float

    def wait(self, number: int) -> float:
        return self.first + number * self.spacing


class SendBudget(Protocol):
    """Shared by every process; every method raises Unavailable when the database fails."""

    async def is_open(self) -> bool:
        """Whether anything may be sent now: not paused, and Telegram did not ask to wait."""
        ...

    async def reserve(self, count: int) -> Slots | None:
        """Take the next `count` slots; None when nothing may be sent now."""
        ...

    async def close_for(self, seconds: float) -> None:
        """Let no process send for so long."""
        ...
