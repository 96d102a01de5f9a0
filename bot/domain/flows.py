"""The flows in which it is counted how far patients come; the steps stand in their order."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

FLOWS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "referral": ("opened", "looked-up", "found"),
        "doctor": ("opened", "asked", "found", "card"),
        "sign-in": ("asked", "agreed"),
        "declaration": ("conditions", "requested", "signing"),
        "appointment": ("began", "day", "time", "saved"),
        "complaint": ("began", "what", "when", "where", "service", "text"),
    }
)
