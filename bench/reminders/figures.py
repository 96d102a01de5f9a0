"""What adding and saying reminders cost, and how it is told."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.reminders.stall import Stall


@dataclass(frozen=True)
class Work:
    """Seconds by the wall and by the core until the last of `count` was done."""

    count: int
    seconds: float
    core_seconds: float
    stall: Stall


def rate(works: Sequence[Work]) -> str:
    return f"{median(work.count / work.seconds for work in works):.0f}"


def wall_ms(works: Sequence[Work]) -> str:
    return f"{_wall(works) * 1000:.0f} (core {core_ms(works)})"


def core_ms(works: Sequence[Work]) -> str:
    return f"{_core(works) * 1000:.0f}"


def times(slower: Sequence[Work], faster: Sequence[Work]) -> str:
    """Medians; the core leaves out the disk and what other programs took."""
    by_core = _core(slower) / _core(faster)
    return f"{_wall(slower) / _wall(faster):.2f}× (core {by_core:.2f}×)"


def stalls(works: Sequence[Work]) -> str:
    """The median of the longest in each round."""
    wall = median(work.stall.longest_ms for work in works)
    core = median(work.stall.longest_core_ms for work in works)
    return f"{wall:.1f} (core {core:.1f})"


def row(name: str, figure: str) -> None:
    sys.stdout.write(f"| {name} | {figure} |\n")
    sys.stdout.flush()


def _wall(works: Sequence[Work]) -> float:
    return median(work.seconds for work in works)


def _core(works: Sequence[Work]) -> float:
    return median(work.core_seconds for work in works)
