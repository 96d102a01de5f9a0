"""The answer to a tapped button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.telegram.methods.registry import method
from sandbox.telegram.model import Alert
from sandbox.telegram.refusal import bad_request
from sandbox.telegram.update_queue import CALLBACK_LIFE

if TYPE_CHECKING:
    from sandbox.telegram.arguments import Arguments
    from sandbox.telegram.context import Context

MAX_ANSWER = 200
TOO_OLD = "Query is too old and response timeout expired or query ID is invalid"


@method("answerCallbackQuery")
async def answer_callback_query(context: Context, arguments: Arguments) -> object:
    """A query is answered once, as long as its update lives (150 s)."""
    text = arguments.text("text")
    if len(text) > MAX_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    now = context.world.clock.now()
    query = context.world.queries.get(arguments.text("callback_query_id"))
    if query is None or query.is_answered or now - query.asked_at > CALLBACK_LIFE:
        raise bad_request(TOO_OLD)
    query.is_answered = True
    if text:
        chat = context.world.chats[query.user_id]
        chat.alerts.append(Alert(text, arguments.flag("show_alert"), now))
        chat.changed()
    return True
