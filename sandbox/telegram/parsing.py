"""Parsing of message markup by TDLib, which prints the very errors of the Bot API server."""

from __future__ import annotations

import json
import re
from typing import Any

from tdjson import td_execute

from sandbox.telegram.formatted import Entity, FormattedText, trimmed
from sandbox.telegram.refusal import bad_request

MAX_RAW_BYTES = 32_768
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_MODES: dict[str, dict[str, object]] = {
    "html": {"@type": "textParseModeHTML"},
    "markdown": {"@type": "textParseModeMarkdown", "version": 1},
    "markdownv2": {"@type": "textParseModeMarkdown", "version": 2},
}
_PREFIX = "textEntityType"
# Bot API name of each TDLib entity; the types that are missing never reach a bot.
_TYPES = {
    "Mention": "mention",
    "Hashtag": "hashtag",
    "Cashtag": "cashtag",
    "BotCommand": "bot_command",
    "Url": "url",
    "EmailAddress": "email",
    "PhoneNumber": "phone_number",
    "Bold": "bold",
    "Italic": "italic",
    "Underline": "underline",
    "Strikethrough": "strikethrough",
    "Spoiler": "spoiler",
    "Code": "code",
    "Pre": "pre",
    "PreCode": "pre",
    "TextUrl": "text_link",
    "MentionName": "text_mention",
    "BlockQuote": "blockquote",
    "ExpandableBlockQuote": "expandable_blockquote",
    "CustomEmoji": "custom_emoji",
}


def parse(text: str, *, parse_mode: str = "", entities: object = None) -> FormattedText:
    """Text as Telegram would keep it, with the links and commands that it finds by itself.

    `parse_mode` is as in the Bot API, `entities` a decoded array of MessageEntity used when
    there is no mode. Raises `Refusal` with TDLib's words.
    """
    cleaned = _clean(text)
    mode = parse_mode.casefold()
    if mode in {"", "none"}:
        parsed = FormattedText(cleaned, _given(entities))
    elif mode in _MODES:
        parsed = _parsed(cleaned, _MODES[mode])
    else:
        raise bad_request("Unsupported parse_mode")
    return with_found_entities(trimmed(parsed))


def with_found_entities(formatted: FormattedText) -> FormattedText:
    """Adds the links, commands and mentions that Telegram finds, where nothing stands yet."""
    answer = _execute({"@type": "getTextEntities", "text": formatted.text})
    found = [
        entity
        for entity in _entities(answer["entities"])
        if not any(_excludes(given, entity) for given in formatted.entities)
    ]
    everything = (*formatted.entities, *found)
    ordered = sorted(everything, key=lambda entity: (entity.offset, -entity.length))
    return FormattedText(formatted.text, tuple(ordered))


def link_fault(url: str) -> str | None:
    """TDLib's words about a link that cannot be opened ("URL '…' is invalid: …"), or None."""
    link = {"@type": "textEntityTypeTextUrl", "url": url}
    probe = {"@type": "textEntity", "offset": 0, "length": 1, "type": link}
    formatted = {"@type": "formattedText", "text": "x", "entities": [probe]}
    answer = _execute({"@type": "getMarkdownText", "text": formatted})
    if answer["@type"] != "error":
        return None
    return str(answer["message"]).removeprefix("Entity ")


def _clean(text: str) -> str:
    try:
        size = len(text.encode())
    except UnicodeEncodeError:
        raise bad_request("Strings must be encoded in UTF-8") from None
    if size > MAX_RAW_BYTES:
        raise bad_request("Text is too long")
    return _CONTROL.sub(" ", text.replace("\r", ""))


def _parsed(text: str, mode: dict[str, object]) -> FormattedText:
    answer = _execute({"@type": "parseTextEntities", "text": text, "parse_mode": mode})
    if answer["@type"] == "error":
        raise bad_request(answer["message"])
    return FormattedText(answer["text"], tuple(_entities(answer["entities"])))


def _entities(found: list[dict[str, Any]]) -> list[Entity]:
    return [
        _entity(item) for item in found if item["type"]["@type"].removeprefix(_PREFIX) in _TYPES
    ]


def _entity(item: dict[str, Any]) -> Entity:
    kind = item["type"]
    return Entity(
        type=_TYPES[kind["@type"].removeprefix(_PREFIX)],
        offset=item["offset"],
        length=item["length"],
        url=kind.get("url"),
        language=kind.get("language"),
        user_id=kind.get("user_id"),
        custom_emoji_id=kind.get("custom_emoji_id"),
    )


def _given(entities: object) -> tuple[Entity, ...]:
    if entities is None:
        return ()
    if not isinstance(entities, list):
        raise bad_request("Expected an Array of MessageEntity")
    return tuple(_given_entity(item) for item in entities)


def _given_entity(item: object) -> Entity:
    known = ("type", "offset", "length", "url", "language", "custom_emoji_id")
    fields: dict[str, Any] = {}
    if isinstance(item, dict):
        fields = {name: item.get(name) for name in known}
    if not isinstance(fields.get("offset"), int) or not isinstance(fields.get("length"), int):
        raise bad_request("Can't parse MessageEntity: offset and length must be Numbers")
    return Entity(**fields)


def _excludes(given: Entity, found: Entity) -> bool:
    """Nothing is found inside code and links, nor across the edge of another entity."""
    if given.end <= found.offset or found.end <= given.offset:
        return False
    is_solid = given.type in {"code", "pre", "text_link", "text_mention", "custom_emoji"}
    holds = given.offset <= found.offset and found.end <= given.end
    held = found.offset <= given.offset and given.end <= found.end
    return is_solid or not (holds or held)


def _execute(request: dict[str, object]) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(td_execute(json.dumps(request).encode()) or b"{}")
    return answer


_execute({"@type": "setLogVerbosityLevel", "new_verbosity_level": 0})
