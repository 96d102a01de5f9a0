"""The tables of sign sessions."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, LargeBinary, Table, Text

from bot.db.metadata import metadata
from bot.db.utc_datetime import UtcDateTime

sign_sessions = Table(
    "sign_sessions",
    metadata,
    Column("key", Text, primary_key=True),
    Column("telegram_id", BigInteger, nullable=False, index=True),
    Column("purpose", Text, nullable=False),
    Column("reference", Text, nullable=False),
    Column("state", Text, nullable=False, index=True),
    Column("phrase", Text, nullable=False),
    Column("language", Text),
    Column("provider", Text),
    Column("browser", Text, index=True),
    # Encrypted, and emptied when the session ends.
    Column("content", LargeBinary),
    Column("particulars", LargeBinary),
    Column("container", LargeBinary),
    Column("problem", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("received_at", UtcDateTime),
    Column("claimed_at", UtcDateTime),
    Column("ended_at", UtcDateTime, index=True),
    Column("told_at", UtcDateTime),
    comment="One document that one patient signs within ten minutes; the link's id is not stored",
    sqlite_with_rowid=False,
)

sign_requests = Table(
    "sign_requests",
    metadata,
    Column("request", Text, primary_key=True),
    Column(
        "session_key",
        Text,
        ForeignKey("sign_sessions.key", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("deeplink", LargeBinary, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    comment="Requests that were handed to the app Diia, by the hash of their id",
    sqlite_with_rowid=False,
)

used_signatures = Table(
    "used_signatures",
    metadata,
    Column("signature_hash", Text, primary_key=True),
    Column("used_at", UtcDateTime, nullable=False, index=True),
    comment="Signatures that were taken once, by their hash; says nothing of who or what",
    sqlite_with_rowid=False,
)

SIGNING = (sign_sessions, sign_requests, used_signatures)
