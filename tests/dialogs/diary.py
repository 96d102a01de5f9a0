"""A patient with a wall clock, for conversations about what is still to come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.domain.reminders import KYIV_ZONE, moment_of

if TYPE_CHECKING:
    from tests.town import Patient, Town

WEDNESDAY = datetime(2026, 11, 25, 11, 30)
SENTENCE = "завтра о 9 кардіолог на Шевченка 5"


@dataclass
class Diary:
    """A town with a patient whose wall clock shows 11:30 of Wednesday, 25 November 2026."""

    town: Town
    patient: Patient

    async def at(self, wall: datetime) -> list[str]:
        """Let the clock show `wall` in Kyiv; gives what the bot said by itself."""
        moment = moment_of(wall, KYIV_ZONE)
        await self.town.call("POST", "/sim/clock", {"set": moment.isoformat()})
        await self.patient.looks()
        return [message.text for message in self.patient.new]

    async def says(self, text: str) -> Patient:
        return await self.patient.says(text)

    async def keeps(self, sentence: str = SENTENCE) -> Patient:
        """Add an appointment in one line, and agree to what is stored."""
        await self.patient.says(sentence)
        return await self.saves()

    async def saves(self) -> Patient:
        """Confirm what was put together, and agree to what is stored where that is asked."""
        await self.patient.taps("Зберегти")
        if "Так, зберегти" in self.patient.buttons:
            await self.patient.taps("Так, зберегти")
        return self.patient
