"""«Зроблено», «Більше не нагадувати»: the answers to a reminder in the patient's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import NotFound

if TYPE_CHECKING:
    from bot.domain.reminders import OwnReminder
    from bot.services.reminder_ports import ReminderRepository


class AnswerOwnReminder:
    def __init__(self, *, reminders: ReminderRepository) -> None:
        self._reminders = reminders

    async def __call__(self, *, telegram_id: int, reminder: int) -> OwnReminder | None:
        """Take what was pushed as done; gives when it comes next, None for never.

        It does not come again for having been put off.
        """
        await self._reminders.drop_snoozed(telegram_id, reminder)
        return await self._reminders.own_again(telegram_id, reminder)

    async def stop(self, *, telegram_id: int, reminder: int) -> None:
        """Say it no more: not as put off, and not at its next time."""
        await self._reminders.drop_snoozed(telegram_id, reminder)
        standing = await self._reminders.own_again(telegram_id, reminder)
        if standing:
            await self._reminders.remove_own(telegram_id, standing.id)

    async def standing(self, *, telegram_id: int, reminder: int) -> OwnReminder:
        """Return the turn to come of a reminder, of which `reminder` may be an earlier turn.

        Raises NotFound.
        """
        found = await self._reminders.own_again(telegram_id, reminder)
        if found is None:
            raise NotFound("reminder")
        return found
