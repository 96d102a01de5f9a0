"""Take every message that holds a number out of the chat, the patient's own included."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.services.number_messages import ChatMessages, NumberMessageStore


class RemoveNumber:
    def __init__(self, *, messages: NumberMessageStore, chat: ChatMessages) -> None:
        self._messages = messages
        self._chat = chat

    async def __call__(self, *, chat_id: int, origin: int, tapped: int) -> bool:
        """Delete what came with message `origin`, and `tapped`, which asked for it.

        Returns whether all of it is gone: Telegram lets a bot delete for 48 hours only.
        """
        known = await self._messages.of_origin(chat_id, origin)
        wanted = sorted({origin, tapped, *known})
        gone = [message for message in wanted if await self._chat.delete(chat_id, message)]
        await self._messages.remove(chat_id, gone)
        return len(gone) == len(wanted)
