"""Fields as ЕСОЗ really sends them: null for nothing, numbers for text, a moment for a day."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Annotated, Any

from pydantic import BeforeValidator

_ISO_DAY_SIGNS = 10


def _text(value: object) -> str:
    return "" if value is None else str(value).strip()


def _day(value: object) -> date | None:
    """An unreadable day is no day: one bad field must not hide the person's other data."""
    try:
        return date.fromisoformat(str(value)[:_ISO_DAY_SIGNS])
    except ValueError:
        return None


def _moment(value: object) -> datetime | None:
    """ЕСОЗ writes UTC everywhere; a time without a zone is UTC too."""
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _rows(value: object) -> list[object]:
    return value if isinstance(value, list) else []


Text = Annotated[str, BeforeValidator(_text)]
Day = Annotated[date | None, BeforeValidator(_day)]
Moment = Annotated[datetime | None, BeforeValidator(_moment)]
AsRows = BeforeValidator(_rows)
"""Null, or an object where a list should be, is an empty list."""


def frozen_bytes(document: dict[str, Any]) -> bytes:
    """The JSON to be signed; called once for a document, whose bytes are kept from then on.

    ЕСОЗ compares the decoded object with its own, so order and spaces are free, keys are not.
    """
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
