"""/stop: nothing more is sent to this patient, until they say otherwise."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.domain.clock import Clock
    from bot.services.reminder_ports import ReminderRepository


class SilenceReminders:
    def __init__(self, *, reminders: ReminderRepository, clock: Clock) -> None:
        self._reminders = reminders
        self._clock = clock

    async def __call__(self, *, telegram_id: int) -> None:
        """Silence everything at once, news of watched doctors too; nothing is deleted."""
        now = self._clock.now()
        settings = await self._reminders.settings(telegram_id)
        if settings.silenced_at is None:
            silenced = replace(settings, silenced_at=now)
            await self._reminders.save_settings(telegram_id, silenced, now)

    async def resume(self, *, telegram_id: int) -> None:
        """Speak again; what fell into the silence is not made up for."""
        settings = await self._reminders.settings(telegram_id)
        loud = replace(settings, silenced_at=None)
        await self._reminders.save_settings(telegram_id, loud, self._clock.now())

    async def is_silent(self, *, telegram_id: int) -> bool:
        return (await self._reminders.settings(telegram_id)).silenced_at is not None
