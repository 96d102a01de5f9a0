"""The tables of declarations that were begun, and of requests that the bot follows."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Integer, Table, Text

from bot.db.metadata import metadata
from bot.db.utc_datetime import UtcDateTime

declaration_watches = Table(
    "declaration_watches",
    metadata,
    Column("telegram_id", BigInteger, primary_key=True, autoincrement=False),
    Column("request_id", Text, primary_key=True),
    # A hash: it leads to the session of whoever the request is for, and only while there is one.
    Column("person", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False, index=True),
    Column("signed_at", UtcDateTime),
    Column("ask_at", UtcDateTime, nullable=False, index=True),
    Column("nudges", Integer, nullable=False),
    Column("is_sign_in_told", Boolean, nullable=False),
    # Of ЕСОЗ: what the request is to become; its feed of events knows nothing of requests.
    Column("declaration_id", Text, index=True),
    comment="Requests for a declaration under way; a row goes when the patient knows the end",
    sqlite_with_rowid=False,
)

declaration_drafts = Table(
    "declaration_drafts",
    metadata,
    Column("telegram_id", BigInteger, primary_key=True, autoincrement=False),
    Column("doctor", Integer, nullable=False),
    Column("left_at", UtcDateTime, nullable=False, index=True),
    comment="With which doctor a declaration was begun; a row goes when it is asked for",
    sqlite_with_rowid=False,
)
