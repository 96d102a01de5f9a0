"""A patient comes back to a declaration that they have begun and left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import NotFound

if TYPE_CHECKING:
    from bot.domain.clock import Clock
    from bot.domain.directory import Doctor
    from bot.services.declare_ports import DeclarationDrafts, Doctors


class FindBegunDeclaration:
    def __init__(self, *, drafts: DeclarationDrafts, doctors: Doctors, clock: Clock) -> None:
        self._drafts = drafts
        self._doctors = doctors
        self._clock = clock

    async def __call__(self, *, telegram_id: int, is_fresh: bool = False) -> Doctor | None:
        """None for nobody, and for a doctor who works there no more; raises Unavailable.

        `is_fresh` asks only for one so young that the patient still has it in mind.
        """
        draft = await self._drafts.find(telegram_id)
        now = self._clock.now()
        if draft is None or not draft.is_remembered(now):
            return None
        if is_fresh and not draft.goes_on_by_itself(now):
            return None
        try:
            return await self._doctors.doctor(draft.doctor)
        except NotFound:
            await self._drafts.drop(telegram_id)
            return None
