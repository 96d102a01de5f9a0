"""A request for a declaration, with the names of those it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.domain.cabinet import Acting, DeclarationRequest
    from bot.domain.cabinet.workplace import Named


@dataclass(frozen=True, slots=True, repr=False)
class ShownRequest:
    acting: Acting
    request: Named[DeclarationRequest]
