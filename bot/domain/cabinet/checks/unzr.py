"""УНЗР, the number of a record in the demographic register."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.domain.cabinet.checks.faults import Fault
from bot.domain.cabinet.checks.typed import digits
from bot.errors import InvalidInput

if TYPE_CHECKING:
    from datetime import date


def unzr(text: str, *, born_on: date) -> str:
    """Return `YYYYMMDD-NNNNN`; its first half must be the birth date (esoz.md §9.2)."""
    number = digits(text)
    if not re.fullmatch(r"[0-9]{13}", number):
        raise InvalidInput(Fault.UNZR_SHAPE)
    if number[:8] != f"{born_on:%Y%m%d}":
        raise InvalidInput(Fault.UNZR_BIRTH_DATE)
    return f"{number[:8]}-{number[8:]}"
