"""Take personal data out of a chat at once, because the patient asked or is through."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.services.my_data_ports import DeletedMessages, ShownMessages


class RemoveShownData:
    def __init__(self, *, messages: ShownMessages, chat: DeletedMessages) -> None:
        self._messages = messages
        self._chat = chat

    async def __call__(self, *, chat_id: int, keep: int = 0) -> bool:
        """Delete all messages of the chat that show data, but for message `keep`.

        Returns whether all are gone: Telegram lets a bot delete for 48 hours only. Raises
        Unavailable; what is left then is removed by the tick.
        """
        shown = [one for one in await self._messages.of_chat(chat_id) if one.message_id != keep]
        gone = [await self._chat.delete(one.chat_id, one.message_id) for one in shown]
        await self._messages.remove(shown)
        return all(gone)
