"""A column of moments: aware in, aware UTC out, on every database."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import DateTime
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Dialect


class UtcDateTime(TypeDecorator[datetime]):
    """PostgreSQL keeps TIMESTAMPTZ; SQLite keeps ISO text in UTC, which sorts by time.

    A batch of reminders has thousands of moments: each is one call here.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], object]:
        return _as_text if dialect.name == "sqlite" else _in_utc

    def result_processor(
        self,
        dialect: Dialect,
        coltype: object,  # noqa: ARG002 - the signature is SQLAlchemy's
    ) -> Callable[[Any], datetime | None]:
        return _of_text if dialect.name == "sqlite" else _in_utc


def _in_utc(value: datetime | None) -> datetime | None:
    """Bring an aware moment to UTC; a naive one names no moment and raises ValueError."""
    if value is None:
        return None
    if value.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return value.astimezone(UTC)


def _as_text(value: datetime | None) -> str | None:
    """SQLAlchemy's own form, in which there is no place for the offset."""
    moment = _in_utc(value)
    return None if moment is None else moment.replace(tzinfo=None).isoformat(" ", "microseconds")


def _of_text(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value + "+00:00") if value else None
