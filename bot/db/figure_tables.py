"""Counters without anybody in them, and the sessions of operators who read them."""

from __future__ import annotations

from sqlalchemy import Column, Date, Integer, Table, Text

from bot.db.metadata import metadata
from bot.db.utc_datetime import UtcDateTime

figures = Table(
    "figures",
    metadata,
    Column("day", Date, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("detail", Text, primary_key=True),
    Column("count", Integer, nullable=False),
    comment="How often something happened on a day: topics, steps, words, barriers; never whose",
    sqlite_with_rowid=False,
)

operator_sessions = Table(
    "operator_sessions",
    metadata,
    Column("token_hash", Text, primary_key=True),
    # of the setting: a new password ends every session
    Column("password_tag", Text, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False, index=True),
    comment="Browsers in which the operators' password was given; only the cookie's hash",
    sqlite_with_rowid=False,
)

FIGURES = (figures, operator_sessions)
