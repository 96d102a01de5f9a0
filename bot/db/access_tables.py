"""The table of when patients last looked at their accesses."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Table, Text

from bot.db.metadata import metadata
from bot.db.utc_datetime import UtcDateTime

access_visits = Table(
    "access_visits",
    metadata,
    Column("telegram_id", BigInteger, primary_key=True, autoincrement=False),
    # A hash: who the patient is at ЕСОЗ outlives the session nowhere.
    Column("person", Text, primary_key=True),
    Column("seen_at", UtcDateTime, nullable=False, index=True),
    comment="When a patient last looked at the accesses of a person, to tell what is new",
    sqlite_with_rowid=False,
)
