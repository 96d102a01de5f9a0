"""Methods that edit a message of the bot in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sandbox.telegram import presenting
from sandbox.telegram.arguments import Arguments
from sandbox.telegram.keyboards import inline_markup
from sandbox.telegram.methods.addressing import editable
from sandbox.telegram.methods.attachments import referred
from sandbox.telegram.methods.registry import method
from sandbox.telegram.methods.texts import caption, message_text
from sandbox.telegram.model import Chat, Kind, Message
from sandbox.telegram.refusal import bad_request

if TYPE_CHECKING:
    from sandbox.telegram.context import Context

NOT_MODIFIED = (
    "Message is not modified: specified new message content and reply markup are exactly the "
    "same as a current content and reply markup of the message"
)
_WITH_FILE = frozenset({Kind.PHOTO, Kind.DOCUMENT})


@method("editMessageText")
async def edit_message_text(context: Context, arguments: Arguments) -> object:
    text = message_text(arguments)
    keyboard = inline_markup(arguments)
    chat, message = editable(context, arguments)
    if message.kind is not Kind.TEXT:
        raise bad_request("There is no text in the message to edit")
    return _change(context, chat, message, text=text, inline_keyboard=keyboard)


@method("editMessageCaption")
async def edit_message_caption(context: Context, arguments: Arguments) -> object:
    keyboard = inline_markup(arguments)
    text = caption(arguments)
    chat, message = editable(context, arguments)
    if message.kind not in _WITH_FILE:
        raise bad_request("There is no caption in the message to edit")
    return _change(context, chat, message, text=text, inline_keyboard=keyboard)


@method("editMessageReplyMarkup")
async def edit_message_reply_markup(context: Context, arguments: Arguments) -> object:
    keyboard = inline_markup(arguments)
    chat, message = editable(context, arguments)
    return _change(context, chat, message, inline_keyboard=keyboard)


@method("editMessageMedia")
async def edit_message_media(context: Context, arguments: Arguments) -> object:
    """A photo or a document in the place of a text, a photo or a document."""
    keyboard = inline_markup(arguments)
    media = _input_media(arguments)
    kind = Kind(media.text("type"))
    text = caption(media)
    chat, message = editable(context, arguments)
    if message.kind not in {Kind.TEXT, *_WITH_FILE}:
        raise bad_request("There is no media in the message to edit")
    file = referred(context, arguments, media.text("media"), kind)
    content = {"kind": kind, "file": file, "text": text}
    return _change(context, chat, message, **content, inline_keyboard=keyboard)


def _input_media(arguments: Arguments) -> Arguments:
    try:
        media = arguments.nested("media")
    except ValueError:
        raise bad_request("Can't parse input media JSON object") from None
    if not isinstance(media, dict):
        raise bad_request("Input media is not specified")
    if media.get("type") not in _WITH_FILE:
        raise bad_request("Can't parse InputMedia: unsupported type of the media")
    if not media.get("media"):
        raise bad_request("Can't parse InputMedia: media not found")
    return Arguments(media)


def _change(context: Context, chat: Chat, message: Message, **new: Any) -> dict[str, Any]:  # noqa: ANN401 - the fields of Message
    """Set the new fields. Raises `Refusal` when all are as they were."""
    changed = {name for name, value in new.items() if getattr(message, name) != value}
    if not changed:
        raise bad_request(NOT_MODIFIED)
    for name, value in new.items():
        setattr(message, name, value)
    if changed != {"inline_keyboard"}:
        message.edited_at = context.world.clock.now()
    chat.changed()
    return presenting.message(context.world, chat, message)
