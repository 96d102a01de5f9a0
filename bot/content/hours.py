"""Whether a telephone line answers at a moment, and when that changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.hours import KYIV, OpenState, open_state

if TYPE_CHECKING:
    from datetime import datetime

    from bot.content.phone_lines import Line
    from bot.content.public_holidays import PublicHolidays

__all__ = ["KYIV", "OpenState", "line_state"]


def line_state(line: Line, moment: datetime, holidays: PublicHolidays) -> OpenState:
    """Say whether `line` answers at `moment` (aware, any zone)."""
    if line.always:
        return OpenState(is_open=True)
    if line.rests_on_holidays:
        return open_state(line.hours, moment, is_day_off=holidays.is_day_off)
    return open_state(line.hours, moment)
