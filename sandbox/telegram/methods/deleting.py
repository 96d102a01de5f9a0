"""Methods that delete messages."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sandbox.telegram.methods.addressing import known_chat
from sandbox.telegram.methods.registry import method
from sandbox.telegram.refusal import bad_request

if TYPE_CHECKING:
    from sandbox.telegram.arguments import Arguments
    from sandbox.telegram.context import Context
    from sandbox.telegram.model import Message

# Incoming or outgoing, in a private chat (documentation of deleteMessage).
DELETABLE_FOR = timedelta(hours=48)
MAX_AT_ONCE = 100


@method("deleteMessage")
async def delete_message(context: Context, arguments: Arguments) -> object:
    if not arguments.text("chat_id"):
        raise bad_request("Chat identifier is not specified")
    message_id = arguments.number("message_id")
    if not message_id:
        raise bad_request("Message identifier is not specified")
    chat = known_chat(context, arguments)
    message = chat.message(message_id)
    if message is None:
        raise bad_request("Message to delete not found")
    _check_age(context, message)
    context.world.delete(chat, message)
    return True


@method("deleteMessages")
async def delete_messages(context: Context, arguments: Arguments) -> object:
    """Messages that are gone already are passed over."""
    message_ids = _message_ids(arguments)
    chat = known_chat(context, arguments)
    found = [message for number in message_ids if (message := chat.message(number))]
    for message in found:
        _check_age(context, message)
    for message in found:
        context.world.delete(chat, message)
    return True


def _message_ids(arguments: Arguments) -> list[int]:
    try:
        message_ids = arguments.nested("message_ids")
    except ValueError:
        raise bad_request("Can't parse message identifiers JSON object") from None
    if not message_ids:
        raise bad_request("Message identifiers are not specified")
    if not isinstance(message_ids, list):
        raise bad_request("Expected an Array of message identifiers")
    if len(message_ids) > MAX_AT_ONCE:
        raise bad_request("Too many message identifiers specified")
    if not all(isinstance(number, int) and number > 0 for number in message_ids):
        raise bad_request("Invalid message identifier specified")
    return message_ids


def _check_age(context: Context, message: Message) -> None:
    if context.world.clock.now() - message.sent_at > DELETABLE_FOR:
        raise bad_request("Message can't be deleted for everyone")
