"""The state of chats written as the Bot API's JSON objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.telegram.model import Kind
from sandbox.telegram.world import BOT_USERNAME

if TYPE_CHECKING:
    from sandbox.telegram.formatted import Entity, FormattedText
    from sandbox.telegram.model import Chat, Message, StoredFile, User
    from sandbox.telegram.world import World

BOT_NAME = "Помічник пацієнта"


def bot_user(world: World) -> dict[str, Any]:
    name = world.profile.names.get("") or BOT_NAME
    return {"id": world.bot_id, "is_bot": True, "first_name": name, "username": BOT_USERNAME}


def user(person: User) -> dict[str, Any]:
    shown = {"id": person.user_id, "is_bot": False, "first_name": person.first_name}
    return shown | ({"language_code": person.language_code} if person.language_code else {})


def private_chat(person: User) -> dict[str, Any]:
    return {"id": person.user_id, "type": "private", "first_name": person.first_name}


def message(world: World, chat: Chat, shown: Message) -> dict[str, Any]:
    """A Message; a deleted one is the InaccessibleMessage of date 0."""
    result: dict[str, Any] = {
        "message_id": shown.message_id,
        "chat": private_chat(chat.user),
        "date": 0 if shown.is_deleted else int(shown.sent_at.timestamp()),
    }
    if shown.is_deleted:
        return result
    result["from"] = bot_user(world) if shown.is_from_bot else user(chat.user)
    result |= _origin(world, chat, shown) | _content(world, shown)
    if shown.edited_at:
        result["edit_date"] = int(shown.edited_at.timestamp())
    if shown.inline_keyboard:
        result["reply_markup"] = {"inline_keyboard": shown.inline_keyboard}
    return result


def file(stored: StoredFile) -> dict[str, Any]:
    return {
        "file_id": stored.file_id,
        "file_unique_id": stored.unique_id,
        "file_size": stored.size,
    }


def _origin(world: World, chat: Chat, shown: Message) -> dict[str, Any]:
    result: dict[str, Any] = {}
    if shown.reply_to is not None:
        result["reply_to_message"] = message(world, chat, shown.reply_to)
    if shown.is_forwarded:
        result["forward_origin"] = {
            "type": "hidden_user",
            "sender_user_name": "ЕСОЗ",
            "date": int(shown.sent_at.timestamp()),
        }
    return result


def _content(world: World, shown: Message) -> dict[str, Any]:
    if shown.kind is Kind.TEXT:
        return _formatted(world, shown.text, "text", "entities")
    if shown.file is None:
        return shown.place
    caption = _formatted(world, shown.text, "caption", "caption_entities")
    return _media(shown.kind, shown.file) | (caption if shown.text.text else {})


def _media(kind: Kind, stored: StoredFile) -> dict[str, Any]:
    if kind is Kind.PHOTO:
        return {"photo": [file(stored) | {"width": stored.width, "height": stored.height}]}
    described = {"file_name": stored.name, "mime_type": stored.mime_type}
    return {"document": file(stored) | described}


def _formatted(world: World, shown: FormattedText, text: str, entities: str) -> dict[str, Any]:
    listed = [_entity(world, entity) for entity in shown.entities]
    return {text: shown.text} | ({entities: listed} if listed else {})


def _entity(world: World, entity: Entity) -> dict[str, Any]:
    result: dict[str, Any] = {
        "type": entity.type,
        "offset": entity.offset,
        "length": entity.length,
    }
    for name in ("url", "language", "custom_emoji_id"):
        value = getattr(entity, name)
        if value:
            result[name] = value
    if entity.type == "text_mention":
        chat = world.chats.get(entity.user_id or 0)
        mentioned = {"id": entity.user_id, "is_bot": False, "first_name": ""}
        result["user"] = user(chat.user) if chat else mentioned
    return result
