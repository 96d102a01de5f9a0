"""Formatted text rendered as safe HTML for the sandbox's page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.telegram.formatted import Entity, FormattedText

_TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "spoiler": ("<tg-spoiler>", "</tg-spoiler>"),
    "code": ("<code>", "</code>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ("<blockquote expandable>", "</blockquote>"),
}
_OPENABLE = ("http://", "https://", "tg://", "mailto:", "tel:")


def to_html(formatted: FormattedText) -> str:
    """HTML in which everything but the entities' own tags is escaped; line ends are kept."""
    units = formatted.text.encode("utf-16-le")
    return _render(units, formatted.entities, 0, len(units) // 2)


def _render(units: bytes, entities: Sequence[Entity], start: int, end: int) -> str:
    """The stretch from `start` to `end`; an entity that begins inside another is nested in it."""
    parts: list[str] = []
    position = start
    rest = list(entities)
    while rest:
        outer = rest.pop(0)
        stop = min(outer.end, end)
        inner = [entity for entity in rest if entity.offset < stop]
        rest = rest[len(inner) :]
        parts.append(_plain(units, position, outer.offset))
        opening, closing = _tags(outer, _text(units, outer.offset, stop))
        parts.append(opening + _render(units, inner, outer.offset, stop) + closing)
        position = stop
    return "".join(parts) + _plain(units, position, end)


def _text(units: bytes, start: int, end: int) -> str:
    return units[2 * start : 2 * end].decode("utf-16-le", errors="replace")


def _plain(units: bytes, start: int, end: int) -> str:
    return escape(_text(units, start, end))


def _tags(entity: Entity, text: str) -> tuple[str, str]:
    if entity.type == "pre":
        return _pre(entity.language)
    link = _link(entity, text)
    if link:
        return f'<a href="{escape(link)}">', "</a>"
    return _TAGS.get(entity.type, ("", ""))


def _pre(language: str | None) -> tuple[str, str]:
    if not language:
        return "<pre>", "</pre>"
    return f'<pre><code class="language-{escape(language)}">', "</code></pre>"


def _link(entity: Entity, text: str) -> str | None:
    """Where a click on the entity leads; only schemes that a chat may open."""
    if entity.type == "text_link" and entity.url:
        return entity.url if entity.url.casefold().startswith(_OPENABLE) else None
    if entity.type == "url":
        return text if text.casefold().startswith(_OPENABLE) else f"http://{text}"
    if entity.type == "email":
        return f"mailto:{text}"
    if entity.type == "phone_number":
        return f"tel:{text}"
    return None
