"""What stands in a chat: users, messages, files, keyboards."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sandbox.telegram.formatted import FormattedText

if TYPE_CHECKING:
    from datetime import datetime

# Rows of buttons as the Bot API writes them, checked already.
Rows = list[list[dict[str, Any]]]


class Kind(StrEnum):
    TEXT = "text"
    PHOTO = "photo"
    DOCUMENT = "document"
    LOCATION = "location"
    VENUE = "venue"
    CONTACT = "contact"


@dataclass(frozen=True)
class User:
    user_id: int
    first_name: str
    language_code: str | None = None

    @property
    def phone_number(self) -> str:
        """An invented number; +380 00 belongs to no operator."""
        return f"+38000{self.user_id % 10**7:07}"


@dataclass(frozen=True)
class StoredFile:
    """A file that Telegram keeps; `width` and `height` in pixels for a photo, else 0."""

    file_id: str
    unique_id: str
    path: str
    name: str
    mime_type: str
    content: bytes
    width: int = 0
    height: int = 0

    @property
    def is_photo(self) -> bool:
        return self.width > 0

    @property
    def size(self) -> int:
        return len(self.content)


@dataclass
class Message:
    """`text` is the caption when there is a file; `place` holds the Bot API's own fields."""

    message_id: int
    is_from_bot: bool
    sent_at: datetime
    kind: Kind = Kind.TEXT
    text: FormattedText = field(default_factory=FormattedText)
    file: StoredFile | None = None
    place: dict[str, Any] = field(default_factory=dict)
    inline_keyboard: Rows | None = None
    has_other_markup: bool = False
    reply_to: Message | None = None
    is_forwarded: bool = False
    edited_at: datetime | None = None
    is_deleted: bool = False


@dataclass(frozen=True)
class ReplyKeyboard:
    rows: Rows
    is_one_time: bool


@dataclass(frozen=True)
class Alert:
    """What an answered tap showed: a toast, or a box that must be closed."""

    text: str
    show_alert: bool
    at: datetime


@dataclass
class Chat:
    """The private chat of one person with the bot; `version` grows with every change."""

    user: User
    is_started: bool = False
    has_blocked: bool = False
    messages: dict[int, Message] = field(default_factory=dict)
    keyboard: ReplyKeyboard | None = None
    acting_until: datetime | None = None
    alerts: list[Alert] = field(default_factory=list)
    version: int = 0

    def changed(self) -> None:
        self.version += 1

    def message(self, message_id: int) -> Message | None:
        """The message with this number that still stands in the chat."""
        message = self.messages.get(message_id)
        return None if message is None or message.is_deleted else message


@dataclass
class CallbackQuery:
    user_id: int
    asked_at: datetime
    is_answered: bool = False
