"""The person taps a button."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from sandbox.telegram import presenting
from sandbox.telegram.model import CallbackQuery, Chat, Message
from sandbox.telegram.person.requests import Unacceptable
from sandbox.telegram.person.screen import button as shown_button
from sandbox.telegram.update_queue import Lane

if TYPE_CHECKING:
    from sandbox.telegram.person.speaking import Speaking
    from sandbox.telegram.update_queue import UpdateQueue
    from sandbox.telegram.world import World

# Where an invented person stands when a button asks for the location: the middle of Kyiv.
_HERE = (50.4501, 30.5234)


class Tapping:
    def __init__(self, world: World, updates: UpdateQueue, speaking: Speaking) -> None:
        self._world = world
        self._updates = updates
        self._speaking = speaking

    def tap(self, chat: Chat, text: str, message_id: int | None) -> dict[str, Any]:
        """Tap the newest button that says `text`, or the one of the given message.

        A message that was deleted a moment ago can still be tapped by its id, as on a slow
        phone. Raises `Unacceptable`: 400 for a blocked bot, 404 when there is no such button.
        """
        if chat.has_blocked:
            raise Unacceptable(400, "The person has blocked the bot: unblock it first.")
        for message in _tappable(chat, message_id):
            button = _button(message.inline_keyboard or [], text)
            if button is not None:
                return self._tap_inline(chat, message, button)
        key = _button(chat.keyboard.rows if chat.keyboard else [], text)
        if key is None or message_id is not None:
            raise Unacceptable(404, f"No button says «{text}».", buttons=_on_show(chat))
        return {"message_id": self._tap_key(chat, key)}

    def _tap_inline(self, chat: Chat, message: Message, button: dict[str, Any]) -> dict[str, Any]:
        shown = shown_button(button)
        if "callback_data" in shown:
            return {"callback_query_id": self._ask(chat, message, shown["callback_data"])}
        if "url" in shown:
            return {"url": shown["url"]}
        if "copy_text" in shown:
            return {"copied": shown["copy_text"]}
        raise Unacceptable(400, "This button does nothing.")

    def _ask(self, chat: Chat, message: Message, data: str) -> str:
        query_id = str(secrets.randbelow(9 * 10**17) + 10**17)
        user_id = chat.user.user_id
        self._world.queries[query_id] = CallbackQuery(user_id, self._world.clock.now())
        payload = {
            "id": query_id,
            "from": presenting.user(chat.user),
            "message": presenting.message(self._world, chat, message),
            "chat_instance": str(user_id),
            "data": data,
        }
        self._updates.put(user_id, Lane.CALLBACKS, "callback_query", payload)
        return query_id

    def _tap_key(self, chat: Chat, key: dict[str, Any]) -> int:
        if chat.keyboard is not None and chat.keyboard.is_one_time:
            chat.keyboard = None
        if key.get("request_contact"):
            return self._speaking.share_contact(chat, chat.user.phone_number)
        if key.get("request_location"):
            return self._speaking.share_location(chat, *_HERE)
        return self._speaking.say(chat, key["text"])


def _tappable(chat: Chat, message_id: int | None) -> list[Message]:
    """The messages whose buttons may be meant, newest first."""
    if message_id is not None:
        message = chat.messages.get(message_id)
        return [] if message is None else [message]
    return [message for message in reversed(chat.messages.values()) if not message.is_deleted]


def _button(rows: list[list[dict[str, Any]]], text: str) -> dict[str, Any] | None:
    return next((button for row in rows for button in row if button["text"] == text), None)


def _on_show(chat: Chat) -> list[str]:
    standing = [message for message in chat.messages.values() if not message.is_deleted]
    keyboards = [message.inline_keyboard or [] for message in standing]
    keyboards.append(chat.keyboard.rows if chat.keyboard else [])
    return [button["text"] for rows in keyboards for row in rows for button in row]
