"""Methods that send a message, and the chat action."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sandbox.telegram import presenting
from sandbox.telegram.keyboards import Markup, markup
from sandbox.telegram.methods.addressing import open_chat, replied
from sandbox.telegram.methods.attachments import attached
from sandbox.telegram.methods.registry import method
from sandbox.telegram.methods.texts import caption, message_text
from sandbox.telegram.model import Chat, Kind, Message
from sandbox.telegram.refusal import bad_request

if TYPE_CHECKING:
    from sandbox.telegram.arguments import Arguments
    from sandbox.telegram.context import Context

ACTION_LASTS = timedelta(seconds=5)
MAX_LATITUDE = 90
MAX_LONGITUDE = 180
_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


@method("sendMessage")
async def send_message(context: Context, arguments: Arguments) -> object:
    return _send(context, arguments, Kind.TEXT, text=message_text(arguments))


@method("sendPhoto")
async def send_photo(context: Context, arguments: Arguments) -> object:
    text = caption(arguments)
    file = attached(context, arguments, Kind.PHOTO)
    return _send(context, arguments, Kind.PHOTO, text=text, file=file)


@method("sendDocument")
async def send_document(context: Context, arguments: Arguments) -> object:
    text = caption(arguments)
    file = attached(context, arguments, Kind.DOCUMENT)
    return _send(context, arguments, Kind.DOCUMENT, text=text, file=file)


@method("sendLocation")
async def send_location(context: Context, arguments: Arguments) -> object:
    return _send(context, arguments, Kind.LOCATION, place={"location": _location(arguments)})


@method("sendVenue")
async def send_venue(context: Context, arguments: Arguments) -> object:
    location = _location(arguments)
    venue: dict[str, Any] = {"location": location}
    for name in ("title", "address"):
        if not arguments.text(name):
            raise bad_request(f"{name.capitalize()} is empty")
        venue[name] = arguments.text(name)
    place = {"venue": venue, "location": location}
    return _send(context, arguments, Kind.VENUE, place=place)


@method("sendChatAction")
async def send_chat_action(context: Context, arguments: Arguments) -> object:
    if arguments.text("action") not in _ACTIONS:
        raise bad_request("Wrong parameter action in request")
    chat = open_chat(context, arguments)
    chat.acting_until = context.world.clock.now() + ACTION_LASTS
    chat.changed()
    return True


def _send(context: Context, arguments: Arguments, kind: Kind, **content: Any) -> dict[str, Any]:  # noqa: ANN401 - the fields of Message
    """Check what every sending method shares, then put the message into the chat."""
    given = markup(arguments)
    chat = open_chat(context, arguments)
    reply_to = replied(chat, arguments)
    message = Message(
        message_id=context.world.new_message_id(),
        is_from_bot=True,
        sent_at=context.world.clock.now(),
        kind=kind,
        inline_keyboard=given.inline,
        has_other_markup=given.is_other,
        reply_to=reply_to,
        **content,
    )
    _change_keyboard(chat, given)
    context.world.post(chat, message)
    return presenting.message(context.world, chat, message)


def _change_keyboard(chat: Chat, given: Markup) -> None:
    if given.keyboard is not None:
        chat.keyboard = given.keyboard
    elif given.removes_keyboard:
        chat.keyboard = None


def _location(arguments: Arguments) -> dict[str, float]:
    latitude = _coordinate(arguments, "latitude", MAX_LATITUDE)
    return {
        "latitude": latitude,
        "longitude": _coordinate(arguments, "longitude", MAX_LONGITUDE),
    }


def _coordinate(arguments: Arguments, name: str, limit: int) -> float:
    if not arguments.text(name):
        raise bad_request(f"{name.capitalize()} is empty")
    value = arguments.fraction(name)
    if value is None or abs(value) > limit:
        raise bad_request(f"{name.capitalize()} must be a valid number")
    return value
