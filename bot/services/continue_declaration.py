"""Whoever signed in for a declaration is led back to it; implements AfterSignIn."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.domain.cabinet import EsozRefused
from bot.errors import NotFound, NotSignedIn, Unavailable
from bot.services.propose_declaration import MayNotDeclare

if TYPE_CHECKING:
    from bot.domain.directory import Doctor
    from bot.services.declare_ports import ProposalMessages
    from bot.services.find_begun_declaration import FindBegunDeclaration
    from bot.services.propose_declaration import Proposal, ProposeDeclaration

LONGEST_SECONDS = 8.0
"""The browser waits for its last page meanwhile."""


class ContinueDeclaration:
    def __init__(
        self,
        *,
        find_begun: FindBegunDeclaration,
        propose: ProposeDeclaration,
        messages: ProposalMessages,
        longest_seconds: float = LONGEST_SECONDS,
    ) -> None:
        self._find_begun = find_begun
        self._propose = propose
        self._messages = messages
        self._longest_seconds = longest_seconds

    async def __call__(self, *, telegram_id: int) -> None:
        """Say in the chat what was to be answered; nothing where no declaration was begun.

        Where ЕСОЗ does not answer soon, the patient gets a way on instead. Raises ChatClosed,
        Unavailable.
        """
        doctor = await self._find_begun(telegram_id=telegram_id, is_fresh=True)
        if doctor:
            await self._messages.tell(telegram_id, await self._proposal(telegram_id, doctor))

    async def _proposal(
        self, telegram_id: int, doctor: Doctor
    ) -> Proposal | MayNotDeclare | Doctor:
        try:
            async with asyncio.timeout(self._longest_seconds):
                return await self._propose(telegram_id=telegram_id, doctor_key=doctor.key)
        except MayNotDeclare as barred:
            return barred
        except (EsozRefused, NotFound, NotSignedIn, Unavailable, TimeoutError):
            return doctor
