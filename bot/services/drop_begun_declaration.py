"""A patient does not want the declaration that they have begun, or not now."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.services.declare_ports import DeclarationDrafts


class DropBegunDeclaration:
    def __init__(self, *, drafts: DeclarationDrafts) -> None:
        self._drafts = drafts

    async def __call__(self, *, telegram_id: int) -> None:
        """Raises Unavailable."""
        await self._drafts.drop(telegram_id)
