"""Remember that a message shows personal data, so that it leaves the chat by itself."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bot.services.my_data_ports import ShownMessage

if TYPE_CHECKING:
    from bot.domain.clock import Clock
    from bot.services.my_data_ports import ShownMessages

SHOWN_FOR: Final = timedelta(minutes=10)
"""How long personal data stand in a chat (domain.md §6)."""


class RememberShownData:
    def __init__(self, *, messages: ShownMessages, clock: Clock) -> None:
        self._messages = messages
        self._clock = clock

    async def __call__(self, *, chat_id: int, message_id: int) -> None:
        """Note a message before the data stand in it: a crash in between removes it as well."""
        remove_at = self._clock.now() + SHOWN_FOR
        await self._messages.add(ShownMessage(chat_id, message_id, remove_at))
