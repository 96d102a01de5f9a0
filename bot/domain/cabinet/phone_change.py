"""A new number for codes and messages, while its code is waited for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

CODE_LIFETIME: Final = timedelta(seconds=300)
"""Of ЕСОЗ's codes (esoz.md §4.10)."""
MOST_TRIES: Final = 3
"""Codes that ЕСОЗ takes for one request (esoz.md §4.10)."""


@dataclass(frozen=True, slots=True)
class PhoneChange:
    """`tries_left` is what ЕСОЗ still takes; `expires_at` is when the newest code dies.

    `sent_to` is where the code went, masked: the number that is there now, or the new one where
    there was none.
    """

    session_id: str
    request_id: str
    phone: str = field(repr=False)
    sent_to: str = field(repr=False)
    tries_left: int
    expires_at: datetime

    def after_wrong_code(self) -> PhoneChange:
        return replace(self, tries_left=max(self.tries_left - 1, 0))
