"""An address of electronic mail."""

from __future__ import annotations

import re
from typing import Final

from bot.domain.cabinet.checks.faults import Fault
from bot.domain.cabinet.checks.typed import tidy
from bot.errors import InvalidInput

_SHAPE: Final = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.\-]+@(?:[A-Za-z0-9](?:[A-Za-z0-9\-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}"
)


def email(text: str) -> str:
    """Return the address; raises InvalidInput for what cannot be one."""
    address = tidy(text)
    if not _SHAPE.fullmatch(address) or ".." in address:
        raise InvalidInput(Fault.EMAIL_SHAPE)
    return address
