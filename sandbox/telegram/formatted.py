"""Formatted text: plain text with the entities that style it."""

from __future__ import annotations

from dataclasses import dataclass, replace

# What TDLib's is_empty_string takes for nothing to see, besides ordinary white space.
INVISIBLE = "".join(
    chr(code)
    for span in ((0x2000, 0x2010), (0x2028, 0x2030), (0x205F, 0x2070))
    for code in range(*span)
)
INVISIBLE += "\u00a0\u1680\u180e\u3000\ufeff\ufffc"


@dataclass(frozen=True)
class Entity:
    """One styled stretch; `offset` and `length` count UTF-16 units, as the Bot API does."""

    type: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None
    user_id: int | None = None
    custom_emoji_id: str | None = None

    @property
    def end(self) -> int:
        return self.offset + self.length


@dataclass(frozen=True)
class FormattedText:
    """Text and its entities, ordered by offset, the outer before the inner."""

    text: str = ""
    entities: tuple[Entity, ...] = ()

    def is_blank(self) -> bool:
        return not self.text.strip().strip(INVISIBLE).strip()


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def trimmed(formatted: FormattedText) -> FormattedText:
    """The text as Telegram stores it: outer white space cut, up to the first entity before."""
    first = min((entity.offset for entity in formatted.entities), default=len(formatted.text))
    leading = len(formatted.text) - len(formatted.text.lstrip())
    cut = min(leading, first)
    text = formatted.text[cut:].rstrip()
    length = utf16_length(text)
    return FormattedText(text, _moved(formatted.entities, -cut, length))


def _moved(entities: tuple[Entity, ...], shift: int, length: int) -> tuple[Entity, ...]:
    moved = (
        replace(entity, offset=entity.offset + shift, length=min(entity.end + shift, length))
        for entity in entities
    )
    fitted = (replace(entity, length=entity.length - entity.offset) for entity in moved)
    return tuple(entity for entity in fitted if entity.length > 0)
