"""The chat as the person sees it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from sandbox.telegram.html import to_html
from sandbox.telegram.model import Kind

if TYPE_CHECKING:
    from datetime import datetime

    from sandbox.telegram.model import Chat, Message, StoredFile
    from sandbox.telegram.update_queue import UpdateQueue
    from sandbox.telegram.world import World


def screen(world: World, updates: UpdateQueue, chat: Chat) -> dict[str, Any]:
    """The JSON of `GET /sim/chats/{user_id}`."""
    # Counting first: what has expired meanwhile makes the version grow.
    pending = updates.pending_of(chat.user.user_id)
    is_acting = chat.acting_until is not None and world.clock.now() < chat.acting_until
    rows = chat.keyboard.rows if chat.keyboard else []
    return {
        "messages": [_message(world, message) for message in chat.messages.values()],
        "keyboard": [[{"text": button["text"]} for button in row] for row in rows],
        "pending": pending,
        "typing": is_acting,
        "alerts": [
            {"text": alert.text, "show_alert": alert.show_alert, "at": _iso(alert.at)}
            for alert in chat.alerts
        ],
        "blocked": chat.has_blocked,
        "version": chat.version,
    }


def button(kept: dict[str, Any]) -> dict[str, Any]:
    """An inline button with what a tap on it needs."""
    shown: dict[str, Any] = {"text": kept["text"]}
    for name in ("url", "callback_data", "style"):
        if name in kept:
            shown[name] = kept[name]
    if "web_app" in kept:
        shown["url"] = kept["web_app"]["url"]
    if "copy_text" in kept:
        shown["copy_text"] = kept["copy_text"]["text"]
    if "disabled" in kept:
        shown["disabled"] = True
    return shown


def _message(world: World, message: Message) -> dict[str, Any]:
    text, html = ("", "") if message.is_deleted else _text(message)
    rows = [] if message.is_deleted else message.inline_keyboard or []
    shown: dict[str, Any] = {
        "message_id": message.message_id,
        "from": "bot" if message.is_from_bot else "user",
        "text": text,
        "html": html,
        "buttons": [[button(kept) for kept in row] for row in rows],
        "kind": message.kind,
        "edited": message.edited_at is not None,
        "deleted": message.is_deleted,
        "at": _iso(message.sent_at),
    }
    if message.file is not None and not message.is_deleted:
        shown["file"] = _file(world, message.file)
    return shown


def _text(message: Message) -> tuple[str, str]:
    """Text and HTML; a place or a contact is written in words."""
    match message.kind:
        case Kind.LOCATION:
            return _pin(message.place["location"], "")
        case Kind.VENUE:
            venue = message.place["venue"]
            return _pin(venue["location"], f"{venue['title']}\n{venue['address']}")
        case Kind.CONTACT:
            contact = message.place["contact"]
            text = f"{contact['first_name']}\n{contact['phone_number']}"
            return text, escape(text)
        case _:
            return message.text.text, to_html(message.text)


def _pin(location: dict[str, float], words: str) -> tuple[str, str]:
    """A point with the words that stand for it, else its coordinates, linked to a map."""
    latitude, longitude = location["latitude"], location["longitude"]
    text = words or f"{latitude}, {longitude}"
    place = f"mlat={latitude}&mlon={longitude}"
    url = escape(f"https://www.openstreetmap.org/?{place}#map=17/{latitude}/{longitude}")
    return text, f'<a href="{url}">{escape(text)}</a>'


def _file(world: World, file: StoredFile) -> dict[str, Any]:
    return {
        "name": file.name,
        "url": f"/telegram/file/bot{world.token}/{file.path}",
        "mime_type": file.mime_type,
        "size": file.size,
    }


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds")
