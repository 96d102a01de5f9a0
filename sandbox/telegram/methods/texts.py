"""The text and the caption of a call, within Telegram's limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.telegram.parsing import parse
from sandbox.telegram.refusal import bad_request

if TYPE_CHECKING:
    from sandbox.telegram.arguments import Arguments
    from sandbox.telegram.formatted import FormattedText

MAX_TEXT = 4096
MAX_CAPTION = 1024


def message_text(arguments: Arguments) -> FormattedText:
    """`text` after parsing, 1 to 4096 characters. Raises `Refusal`."""
    if not arguments.text("text"):
        raise bad_request("Message text is empty")
    formatted = _formatted(arguments, "text", "entities")
    if formatted.is_blank():
        raise bad_request("Text must be non-empty")
    if len(formatted.text) > MAX_TEXT:
        raise bad_request("Message is too long")
    return formatted


def caption(arguments: Arguments) -> FormattedText:
    """`caption` after parsing, at most 1024 characters. Raises `Refusal`."""
    formatted = _formatted(arguments, "caption", "caption_entities")
    if len(formatted.text) > MAX_CAPTION:
        raise bad_request("Message caption is too long")
    return formatted


def _formatted(arguments: Arguments, name: str, entities: str) -> FormattedText:
    try:
        given = arguments.nested(entities)
    except ValueError:
        raise bad_request("Can't parse entities JSON object") from None
    mode = arguments.text("parse_mode")
    return parse(arguments.text(name), parse_mode=mode, entities=given)
