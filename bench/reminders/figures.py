"""What one look at the due reminders cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bench.reminders.stall import Stall


@dataclass(frozen=True)
class Firing:
    """Seconds by the wall and by the core until the last of `count` had run."""

    count: int
    seconds: float
    core_seconds: float
    stall: Stall
