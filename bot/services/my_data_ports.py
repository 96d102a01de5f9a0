"""What «My data» remembers for a short while: messages that show data, and unfinished drafts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class ShownMessage:
    """A message of a chat that shows personal data; only where it stands is known."""

    chat_id: int
    message_id: int
    remove_at: datetime


class ShownMessages(Protocol):
    """All methods raise Unavailable when the database fails."""

    async def add(self, message: ShownMessage) -> None:
        """Adding one again changes nothing."""
        ...

    async def of_chat(self, chat_id: int) -> Sequence[ShownMessage]: ...

    async def due(self, now: datetime, most: int) -> Sequence[ShownMessage]:
        """The longest overdue first."""
        ...

    async def remove(self, messages: Sequence[ShownMessage]) -> None: ...


class DeletedMessages(Protocol):
    """The messages themselves, where they stand."""

    async def delete(self, chat_id: int, message_id: int) -> bool:
        """Delete one; False when it can never be done (48 hours are over).

        Raises ChatClosed and Unavailable.
        """
        ...


class DraftKind(StrEnum):
    CHANGE = "change"
    PHONE = "phone"


class Drafts(Protocol):
    """What was typed and is not sent yet, encrypted; it is gone after an hour.

    All methods raise Unavailable when the database fails.
    """

    async def put(
        self, telegram_id: int, kind: DraftKind, content: bytes, expires_at: datetime
    ) -> None:
        """Store, in place of an earlier one of the kind."""
        ...

    async def get(self, telegram_id: int, kind: DraftKind, now: datetime) -> bytes | None: ...

    async def remove(self, telegram_id: int, kind: DraftKind) -> None: ...

    async def purge(self, now: datetime) -> int:
        """Delete those whose time is over; returns how many."""
        ...
