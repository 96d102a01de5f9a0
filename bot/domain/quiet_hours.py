"""When nobody wants a message: the night, by the clock on a Kyiv wall."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from bot.domain.hours import KYIV

if TYPE_CHECKING:
    from datetime import datetime

QUIET_FROM = time(21)
QUIET_UNTIL = time(8)


def is_quiet(moment: datetime) -> bool:
    """Whether `moment` (aware, any zone) is from 21:00 to 08:00 in Kyiv; 08:00 is day."""
    at = moment.astimezone(KYIV).time()
    return at >= QUIET_FROM or at < QUIET_UNTIL
