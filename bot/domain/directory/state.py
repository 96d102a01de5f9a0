"""How the stored directory stands: which data it holds, how old it is, what went wrong last."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

OLD_AFTER_DAYS = 3
"""Patients are told the age of data that is older (issue 3)."""


class SyncFailure(StrEnum):
    """Why the last sync left the old data in place."""

    NO_ANSWER = "no_answer"
    UNREADABLE = "unreadable"
    NO_ACCESS = "no_access"
    OLDER = "older"
    SMALLER = "smaller"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class DirectoryState:
    """`generation` changes with the data and is 0 before the first sync; dates are ЕСОЗ's own.

    `counted_on` is the day of the declarations' figures. Moments are aware UTC.
    """

    generation: int = 0
    snapshot_on: date | None = None
    counted_on: date | None = None
    synced_at: datetime | None = None
    full_synced_at: datetime | None = None
    doctors: int = 0
    divisions: int = 0
    failure: SyncFailure | None = None
    failed_at: datetime | None = None

    @property
    def is_empty(self) -> bool:
        return self.generation == 0

    def age_days(self, today: date) -> int | None:
        """Days since the snapshot; None before the first one."""
        return None if self.snapshot_on is None else (today - self.snapshot_on).days

    def is_old(self, today: date) -> bool:
        return (self.age_days(today) or 0) > OLD_AFTER_DAYS
