"""What a clinic's message says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time


class NoticeKind(StrEnum):
    BOOKED = "booked"
    MOVED = "moved"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Notice:
    """Words are those of the message, without its codes and links; each may be empty.

    `day` and `at` are when the visit is, or was to be where it is cancelled; `old_day` and
    `old_at` when a moved one was to be, None where that is not said.
    """

    kind: NoticeKind
    day: date | None = None
    at: time | None = None
    what: str = ""
    place: str = ""
    phone: str = ""
    note: str = ""
    """How to prepare, what to bring."""
    old_day: date | None = None
    old_at: time | None = None
