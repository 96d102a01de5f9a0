"""What numbers stand in a text that a patient pasted, and which of them is a referral's.

The way of a text: `cleaning` takes off its dress and everything known to be something else,
`tokens` cuts it into groups of signs and says how firmly neighbours hold together, `assembly`
puts groups together to runs of 16 or 12 signs, `classify` and `near_miss` say what a run is.
"""

from __future__ import annotations

from bot.domain.requisition.notation import is_referral_number, mask, spell_groups
from bot.domain.requisition.parser import read_numbers
from bot.domain.requisition.reading import (
    Certainty,
    FoundNumber,
    MissReason,
    NearMiss,
    NumberKind,
    Reading,
)

__all__ = [
    "Certainty",
    "FoundNumber",
    "MissReason",
    "NearMiss",
    "NumberKind",
    "Reading",
    "is_referral_number",
    "mask",
    "read_numbers",
    "spell_groups",
]
