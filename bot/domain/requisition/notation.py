"""How a number is written: in groups of four with dashes, masked, group by group."""

from __future__ import annotations

import re

_REFERRAL = re.compile(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}")
_MASKABLE = re.compile(r"([0-9A-Z]{4})((?:-[0-9A-Z]{4}){1,2})-([0-9A-Z]{4})")


def dashed(signs: str) -> str:
    """Groups of four joined by dashes; the last group may be shorter."""
    return "-".join(spell_groups(signs))


def spell_groups(number: str) -> tuple[str, ...]:
    """The groups of four, for large digits or reading aloud; dashes in `number` do not count."""
    signs = number.replace("-", "")
    return tuple(signs[at : at + 4] for at in range(0, len(signs), 4))


def mask(number: str) -> str:
    """First and last group only: "02CX-****-****-9TTO"; nothing of what is no dashed number."""
    parts = _MASKABLE.fullmatch(number)
    if parts is None:
        return "****"
    first, middle, last = parts.groups()
    return f"{first}{re.sub('[0-9A-Z]', '*', middle)}-{last}"


def is_referral_number(value: str) -> bool:
    """Whether it is 16 signs 0-9 or A-Z in four dashed groups.

    Wider than the alphabet known today, so that a patient's "it is exactly so" passes and a
    new alphabet would too (reference: esoz 2.2, the form accepted on the wire).
    """
    return _REFERRAL.fullmatch(value) is not None
