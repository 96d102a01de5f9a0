"""A patient chooses what of their data to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.cabinet.change import ChangeDraft, Topic, topics_for
from bot.errors import NotAllowed

if TYPE_CHECKING:
    from bot.services.change_desk import Change, ChangeDesk


class BeginChange:
    def __init__(self, *, desk: ChangeDesk) -> None:
        self._desk = desk

    async def topics(self, *, telegram_id: int) -> tuple[Change, tuple[Topic, ...]]:
        """What this person can change, before anything is asked."""
        change = await self._desk.begun(telegram_id)
        return change, topics_for(change.person)

    async def __call__(self, *, telegram_id: int, topic: Topic) -> Change:
        """Begin to ask about a topic; what was answered to others stays.

        Raises NotAllowed for what this person cannot change, and all that ChangeDesk raises.
        """
        change = await self._desk.begun(telegram_id)
        if topic not in topics_for(change.person):
            raise NotAllowed(topic.value)
        draft = change.draft
        if draft.request_id or draft.uploads:  # that one is at ЕСОЗ already, as it was
            draft = ChangeDraft(draft.session_id)
        return await self._desk.keep(change, draft.begin(topic, change.person))
