"""What is shown of a number to somebody who may look over the patient's shoulder."""

from __future__ import annotations

from typing import Final

_HIDDEN: Final = "*"
_PHONE_HEAD: Final = 6
_PHONE_TAIL: Final = 2
_TAIL: Final = 4


def masked_number(number: str) -> str:
    """Return a number with its last four signs only: ******1234."""
    if len(number) <= _TAIL:
        return _HIDDEN * len(number)
    return _HIDDEN * (len(number) - _TAIL) + number[-_TAIL:]


def masked_phone(number: str) -> str:
    """Return a phone as ЕСОЗ masks it, +38093*****85; one that is masked stays as it is."""
    if _HIDDEN in number:
        return number
    hidden = len(number) - _PHONE_HEAD - _PHONE_TAIL
    if hidden <= 0:
        return masked_number(number)
    return f"{number[:_PHONE_HEAD]}{_HIDDEN * hidden}{number[-_PHONE_TAIL:]}"
