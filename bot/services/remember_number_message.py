"""Remember that a message holds a number, so that it can be taken out of the chat later."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.domain.clock import Clock
    from bot.services.number_messages import NumberMessageStore


class RememberNumberMessage:
    def __init__(self, *, messages: NumberMessageStore, clock: Clock) -> None:
        self._messages = messages
        self._clock = clock

    async def __call__(self, *, chat_id: int, message_id: int, origin: int) -> None:
        """Note `message_id`; `origin` is the patient's message that brought the number."""
        await self._messages.add(chat_id, message_id, origin, self._clock.now())
