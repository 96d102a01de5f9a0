"""Single fields of an exported record, read so that nothing unexpected gets through."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, TypeAlias

Raw: TypeAlias = "dict[str, Any]"

_LONGEST_TEXT = 500
_MOST_WHOLE = 1_000_000
_UUID = re.compile(r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_FIRST_LETTER = re.compile(r"(?<![\w'’ʼ`])\w")
_NOT_TO_DIAL = re.compile(r"[^\d+]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")  # PostgreSQL refuses U+0000 in text


def text(raw: Raw, key: str) -> str | None:
    """The text without blanks around it; None for an empty one and for no text."""
    value = raw.get(key)
    if not isinstance(value, str):
        return None
    if not value.isprintable():
        value = _CONTROL.sub(" ", value)
    return value.strip()[:_LONGEST_TEXT] or None


def identifier(raw: Raw, key: str) -> str | None:
    """A UUID in small letters; None for whatever else stands there."""
    value = raw.get(key)
    if not isinstance(value, str) or not _UUID.fullmatch(value):
        return None
    return value.lower()


def readable(raw: Raw, key: str) -> str | None:
    """A name in capital letters is written as names are: «ЖИТОМИРСЬКА» is «Житомирська»."""
    value = text(raw, key)
    if value and len(value) > 1 and value.isupper():
        return _FIRST_LETTER.sub(lambda found: found[0].upper(), value.lower())
    return value


def number(raw: Raw, key: str) -> float | None:
    value = raw.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value)


def whole(raw: Raw, key: str) -> int | None:
    """A count: not negative, and of a size that a database takes."""
    value = raw.get(key)
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 0 <= value <= _MOST_WHOLE else None


def day(raw: Raw, key: str) -> date | None:
    """The date of a date or a moment, as it is written."""
    value = raw.get(key)
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def is_on(raw: Raw, key: str, wanted: str) -> bool:
    """The status is the wanted one in any letters, and the record is not switched off."""
    status = raw.get(key)
    is_wanted = isinstance(status, str) and status.upper() == wanted
    return is_wanted and raw.get("is_active", True) is True


def objects(raw: Raw, key: str) -> list[Raw]:
    value = raw.get(key)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def phones(raw: Raw) -> str:
    """The telephones as they are dialled, joined by spaces, each once."""
    numbers = (_NOT_TO_DIAL.sub("", text(one, "number") or "") for one in objects(raw, "phones"))
    return " ".join(dict.fromkeys(filter(None, numbers)))
