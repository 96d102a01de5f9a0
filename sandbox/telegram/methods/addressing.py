"""Which chat and which message a call means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.telegram.refusal import BLOCKED, bad_request, forbidden

if TYPE_CHECKING:
    from sandbox.telegram.arguments import Arguments
    from sandbox.telegram.context import Context
    from sandbox.telegram.model import Chat, Message


def known_chat(context: Context, arguments: Arguments) -> Chat:
    """The chat of `chat_id`. Raises `Refusal` when there is none."""
    if not arguments.text("chat_id"):
        raise bad_request("Chat_id is empty")
    chat_id = arguments.number("chat_id")
    if chat_id == context.world.bot_id:
        raise forbidden("the bot can't send messages to the bot")
    chat = context.world.chats.get(chat_id)
    if chat is None:
        raise bad_request("Chat not found")
    return chat


def open_chat(context: Context, arguments: Arguments) -> Chat:
    """The chat, when the bot may write there now. Raises `Refusal`."""
    chat = known_chat(context, arguments)
    if chat.has_blocked:
        raise forbidden(BLOCKED)
    if not chat.is_started:
        raise forbidden("bot can't initiate conversation with a user")
    return chat


def editable(context: Context, arguments: Arguments) -> tuple[Chat, Message]:
    """The bot's own message that a call edits. Raises `Refusal`."""
    message_id = arguments.number("message_id")
    if not arguments.text("chat_id") and not message_id:
        raise bad_request("Message identifier is not specified")
    chat = known_chat(context, arguments)
    message = chat.message(message_id)
    if message is None:
        raise bad_request("Message to edit not found")
    if not message.is_from_bot or message.has_other_markup:
        raise bad_request("Message can't be edited")
    return chat, message


def replied(chat: Chat, arguments: Arguments) -> Message | None:
    """The message that the call replies to. Raises `Refusal` when it is gone."""
    try:
        parameters = arguments.nested("reply_parameters")
    except ValueError:
        raise bad_request("Can't parse reply parameters JSON object") from None
    if parameters is None:
        return None
    if not isinstance(parameters, dict):
        raise bad_request("Object expected as reply parameters")
    message_id = parameters.get("message_id")
    message = chat.message(message_id) if isinstance(message_id, int) else None
    if message is None and not parameters.get("allow_sending_without_reply"):
        raise bad_request("Message to be replied not found")
    return message
