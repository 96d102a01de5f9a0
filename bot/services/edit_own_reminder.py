"""Change a reminder in the patient's own words: its words, its time, how often."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.services.add_own_reminder import planned

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.clock import Clock
    from bot.domain.reminders import OwnReminder, Recurrence
    from bot.services.reminder_ports import ReminderRepository


class EditOwnReminder:
    def __init__(self, *, reminders: ReminderRepository, clock: Clock) -> None:
        self._reminders = reminders
        self._clock = clock

    async def __call__(
        self,
        *,
        telegram_id: int,
        reminder: int,
        text: str,
        starts: datetime,
        recurrence: Recurrence | None = None,
    ) -> OwnReminder:
        """Raises as AddOwnReminder, and NotFound where it has come or ended meanwhile."""
        now = self._clock.now()
        zone = (await self._reminders.settings(telegram_id)).zone
        intent = planned(text, starts, recurrence, zone, now)
        return await self._reminders.change_own(telegram_id, reminder, text, intent)
