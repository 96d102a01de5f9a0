"""A reminder in the patient's own words: once, daily or weekly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.reminders import LONGEST_TEXT, own_intent
from bot.errors import InvalidInput

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.clock import Clock
    from bot.domain.reminders import OwnReminder, Recurrence
    from bot.services.reminder_ports import ReminderRepository


class AddOwnReminder:
    def __init__(self, *, reminders: ReminderRepository, clock: Clock) -> None:
        self._reminders = reminders
        self._clock = clock

    async def __call__(
        self,
        *,
        telegram_id: int,
        text: str,
        starts: datetime,
        recurrence: Recurrence | None = None,
    ) -> OwnReminder:
        """Remind first at `starts` (naive, the patient's wall clock), quiet hours or not.

        A first time that has passed begins a recurring one at its next. Raises
        InvalidInput("past", "what", "long"), TooManyReminders.
        """
        if not text.strip():
            raise InvalidInput("what")
        if len(text) > LONGEST_TEXT:
            raise InvalidInput("long")
        now = self._clock.now()
        zone = (await self._reminders.settings(telegram_id)).zone
        intent = own_intent(starts, zone, recurrence)
        if intent.due_at <= now:
            following = recurrence.next(starts, zone, now) if recurrence else None
            if following is None:
                raise InvalidInput("past")
            intent = own_intent(following, zone, recurrence)
        return await self._reminders.add_own(telegram_id, text, intent, now)

    async def end(self, *, telegram_id: int, reminder: int) -> None:
        """Remind no more."""
        await self._reminders.remove_own(telegram_id, reminder)
