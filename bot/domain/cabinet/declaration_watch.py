"""A request for a declaration that the bot follows, and when it asks ЕСОЗ about it again."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING
from zlib import crc32

from bot.domain.cabinet.request_status import RequestStatus

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.cabinet.workplace import Workplace

NUDGES_AFTER = (timedelta(days=1), timedelta(days=3))
"""How long after the patient's signature they are told whom to call."""
_INTERVALS = (
    (timedelta(hours=1), timedelta(minutes=5)),
    (timedelta(days=1), timedelta(minutes=20)),
    (timedelta(days=7), timedelta(hours=2)),
)
"""By the age of the request; facilities answer in hours or days, ЕСОЗ publishes no term."""
_LONGEST_INTERVAL = timedelta(hours=6)
_SPREAD = 4
"""Up to a quarter more, by the request's id, so that those of one morning drift apart."""


class NewsKind(StrEnum):
    """What a patient is told without having asked."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    OVERTAKEN = "overtaken"
    EXPIRED = "expired"
    SILENT = "silent"
    """The facility has not answered for a day, and then for three."""
    SIGN_IN = "sign_in"
    """The session ended, so that nobody can ask ЕСОЗ."""


ENDS = {
    RequestStatus.SIGNED: NewsKind.CONFIRMED,
    RequestStatus.REJECTED: NewsKind.REJECTED,
    RequestStatus.CANCELLED: NewsKind.OVERTAKEN,
    RequestStatus.EXPIRED: NewsKind.EXPIRED,
}


@dataclass(frozen=True, slots=True)
class DeclarationNews:
    """`workplace` is None for SIGN_IN, where ЕСОЗ could not be asked."""

    kind: NewsKind
    workplace: Workplace | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class DeclarationWatch:
    """`status` is the last one known; `person` is `person_mark` of whom the request is for.

    `declaration_id` names what it is to become, None where ЕСОЗ has not said it.
    """

    telegram_id: int
    request_id: str
    person: str = field(repr=False)
    status: RequestStatus
    created_at: datetime
    ask_at: datetime
    signed_at: datetime | None = None
    nudges: int = 0
    is_sign_in_told: bool = False
    declaration_id: str | None = None

    def next_look(self, now: datetime) -> datetime:
        """When to ask again, if `now` is the time of this look."""
        age = now - (self.signed_at or self.created_at)
        fitting = (pause for limit, pause in _INTERVALS if age < limit)
        pause = next(fitting, _LONGEST_INTERVAL)
        share = crc32(self.request_id.encode()) / 2**32
        return now + pause + pause / _SPREAD * share

    def is_silent(self, now: datetime) -> bool:
        """Whether the next nudge is due."""
        if self.signed_at is None or self.nudges >= len(NUDGES_AFTER):
            return False
        return now >= self.signed_at + NUDGES_AFTER[self.nudges]


def person_mark(person_id: str) -> str:
    """Return what is stored in place of an id of ЕСОЗ: it fits only whoever signs in again."""
    return sha256(person_id.encode()).hexdigest()
