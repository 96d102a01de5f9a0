"""A declaration that a patient has begun: with which doctor, before there is a request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

_REMEMBERED = timedelta(days=7)
_GOES_ON = timedelta(hours=2)
"""As long as somebody who looks for their signature key still knows what they wanted it for."""


@dataclass(frozen=True, slots=True)
class DeclarationDraft:
    """`doctor` is a key of the directory; for whom it is, is asked when it is gone on with."""

    telegram_id: int
    doctor: int
    left_at: datetime

    def is_remembered(self, now: datetime) -> bool:
        """Whether it is still offered where declarations are looked at."""
        return now < self.left_at + _REMEMBERED

    def goes_on_by_itself(self, now: datetime) -> bool:
        """Whether a sign-in leads straight back to it."""
        return now < self.left_at + _GOES_ON
