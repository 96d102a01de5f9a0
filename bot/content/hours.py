"""Whether a telephone line answers at a moment, and when that changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.hours import KYIV, OpenState, open_state

if TYPE_CHECKING:
    from datetime import datetime

    from bot.content.phone_lines import Line

__all__ = ["KYIV", "OpenState", "is_open"]


def is_open(line: Line, moment: datetime) -> OpenState:
    """Say whether `line` answers at `moment` (aware, any zone)."""
    return OpenState(is_open=True) if line.always else open_state(line.hours, moment)
