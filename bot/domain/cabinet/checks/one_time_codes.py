"""The code that ЕСОЗ sends to a phone."""

from __future__ import annotations

import re

from bot.domain.cabinet.checks.faults import Fault
from bot.domain.cabinet.checks.typed import digits
from bot.errors import InvalidInput


def one_time_code(text: str) -> str:
    """Return the four digits, leading zeros kept (esoz.md §9.2)."""
    code = digits(text)
    if not re.fullmatch(r"[0-9]{4}", code):
        raise InvalidInput(Fault.CODE_FOUR_DIGITS)
    return code
