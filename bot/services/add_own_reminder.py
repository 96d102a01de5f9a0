"""A reminder in the patient's own words: once, daily, or on some days of the week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.reminders import LONGEST_TEXT, own_intent
from bot.errors import InvalidInput

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.clock import Clock
    from bot.domain.reminders import Intent, OwnReminder, Recurrence
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

        A recurring one begins with its first time that is still to come. Raises
        InvalidInput("past", "what", "long"), TooManyReminders.
        """
        now = self._clock.now()
        zone = (await self._reminders.settings(telegram_id)).zone
        intent = planned(text, starts, recurrence, zone, now)
        return await self._reminders.add_own(telegram_id, text, intent, now)

    async def end(self, *, telegram_id: int, reminder: int) -> None:
        """Remind no more."""
        await self._reminders.remove_own(telegram_id, reminder)


def planned(
    text: str, starts: datetime, recurrence: Recurrence | None, zone: str, now: datetime
) -> Intent:
    """Return when to say `text` first; raises InvalidInput("past", "what", "long")."""
    if not text.strip():
        raise InvalidInput("what")
    if len(text) > LONGEST_TEXT:
        raise InvalidInput("long")
    wall = recurrence.first(starts, zone, now) if recurrence else starts
    if wall is None:
        raise InvalidInput("past")
    intent = own_intent(wall, zone, recurrence)
    if intent.due_at <= now:
        raise InvalidInput("past")
    return intent
