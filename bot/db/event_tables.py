"""The table of how far ЕСОЗ's feed of status changes was read."""

from __future__ import annotations

from sqlalchemy import Column, Table, Text

from bot.db.metadata import metadata
from bot.db.utc_datetime import UtcDateTime

event_cursors = Table(
    "event_cursors",
    metadata,
    Column("feed", Text, primary_key=True),
    Column("read_until", UtcDateTime, nullable=False),
    Column("next_at", UtcDateTime, nullable=False),
    comment="How far a feed was read, and when a process may read on; no personal data",
    sqlite_with_rowid=False,
)
