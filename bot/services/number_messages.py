"""The messages of a chat that hold a number: which they are, never what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


class NumberMessageStore(Protocol):
    """Message ids by chat, grouped by the patient's message that brought the number."""

    async def add(
        self, chat_id: int, message_id: int, origin_message_id: int, sent_at: datetime
    ) -> None: ...

    async def of_origin(self, chat_id: int, origin_message_id: int) -> list[int]: ...

    async def remove(self, chat_id: int, message_ids: Sequence[int]) -> None: ...


class ChatMessages(Protocol):
    """The messages themselves, where they stand."""

    async def delete(self, chat_id: int, message_id: int) -> bool:
        """Delete a message; False when the messenger does not allow it any more."""
        ...
