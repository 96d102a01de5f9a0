"""«Нагадати пізніше»: the same once more, after a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from bot.domain.clock import Clock
    from bot.services.reminder_ports import ReminderRepository


class SnoozeReminder:
    def __init__(self, *, reminders: ReminderRepository, clock: Clock) -> None:
        self._reminders = reminders
        self._clock = clock

    async def __call__(
        self, *, telegram_id: int, reminder: int, after: timedelta
    ) -> datetime | None:
        """Return when it comes again, None where that would be too late, or it is gone."""
        due_at = self._clock.now() + after
        is_kept = await self._reminders.snooze(telegram_id, reminder, due_at)
        return due_at if is_kept else None
