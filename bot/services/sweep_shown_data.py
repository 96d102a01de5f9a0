"""Take out of the chats what has shown personal data long enough."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.errors import ChatClosed, Unavailable

if TYPE_CHECKING:
    from bot.domain.clock import Clock
    from bot.services.my_data_ports import DeletedMessages, Drafts, ShownMessages

_BATCH: Final = 100
"""Messages a tick: a chat that cannot be reached now must not hold up the others for long."""


class SweepShownData:
    """Of two processes that sweep at once each deletes the same: the second finds it gone."""

    def __init__(
        self,
        *,
        messages: ShownMessages,
        drafts: Drafts,
        chat: DeletedMessages,
        clock: Clock,
    ) -> None:
        self._messages = messages
        self._drafts = drafts
        self._chat = chat
        self._clock = clock

    async def __call__(self) -> int:
        """Delete what is due, and drafts whose time is over; returns how many messages.

        What the messenger cannot do now is left for the next time. Raises Unavailable when
        either the messenger or the database fails.
        """
        await self._drafts.purge(self._clock.now())
        swept = 0
        while due := await self._messages.due(self._clock.now(), _BATCH):
            for message in due:
                try:
                    await self._chat.delete(message.chat_id, message.message_id)
                except ChatClosed:
                    pass  # nobody can delete there any more
                except Unavailable:
                    return swept
                await self._messages.remove([message])
                swept += 1
        return swept
