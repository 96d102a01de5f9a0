"""The tables of «My data»: messages to be removed from chats, and drafts."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, LargeBinary, Table, Text

from bot.db.metadata import metadata
from bot.db.utc_datetime import UtcDateTime

shown_data = Table(
    "shown_data",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("remove_at", UtcDateTime, nullable=False, index=True),
    comment="Messages that show personal data, and when they leave the chat by themselves",
    sqlite_with_rowid=False,
)

data_drafts = Table(
    "data_drafts",
    metadata,
    Column("telegram_id", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", Text, primary_key=True),
    # Encrypted: what was typed and is not at ESOZ yet.
    Column("sealed", LargeBinary, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False, index=True),
    comment="Changes of personal data that a patient is putting together, for an hour",
    sqlite_with_rowid=False,
)

MY_DATA = (shown_data, data_drafts)
