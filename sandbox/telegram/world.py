"""Everything that Telegram knows: the bot, the people, their chats, the files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sandbox.telegram.files import FileStore
from sandbox.telegram.inline import InlineQueries
from sandbox.telegram.model import CallbackQuery, Chat, Message, User

if TYPE_CHECKING:
    from sandbox.clock import SandboxClock

BOT_USERNAME = "patient_sandbox_bot"
FIRST_USER_ID = 700_000_001


@dataclass
class BotProfile:
    """What the bot says about itself; values by (scope, language) or by language."""

    commands: dict[tuple[str, str], list[dict[str, str]]] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[int | None, dict[str, Any]] = field(default_factory=dict)


class World:
    """The state of the sandbox's Telegram, all of it in memory."""

    def __init__(self, *, clock: SandboxClock, token: str) -> None:
        self.clock = clock
        self.token = token
        self.bot_id = int(token.partition(":")[0])
        self.profile = BotProfile()
        self.files = FileStore()
        self.chats: dict[int, Chat] = {}
        self.queries: dict[str, CallbackQuery] = {}
        self.inline = InlineQueries()
        self._last_message_id = 0

    def add_user(self, first_name: str, language_code: str | None) -> User:
        user = User(FIRST_USER_ID + len(self.chats), first_name, language_code)
        self.chats[user.user_id] = Chat(user)
        return user

    def new_message_id(self) -> int:
        """Message ids grow over all private chats of a bot."""
        self._last_message_id += 1
        return self._last_message_id

    def post(self, chat: Chat, message: Message) -> None:
        chat.messages[message.message_id] = message
        chat.acting_until = None
        chat.changed()

    def delete(self, chat: Chat, message: Message) -> None:
        message.is_deleted = True
        chat.changed()
