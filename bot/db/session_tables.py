"""The tables of being signed in at ЕСОЗ."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Integer, LargeBinary, Table, Text

from bot.db.metadata import metadata
from bot.db.utc_datetime import UtcDateTime

esoz_sessions = Table(
    "esoz_sessions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("telegram_id", BigInteger, nullable=False, index=True),
    # Encrypted: the refresh token, whose session it is, what it allows, and the short name.
    Column("sealed", LargeBinary, nullable=False),
    Column("is_current", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    Column("refreshing_until", UtcDateTime),
    Column("signed_in_at", UtcDateTime, nullable=False),
    Column("used_at", UtcDateTime, nullable=False, index=True),
    comment="People for whom a chat is signed in at ESOZ; access tokens are never stored",
    sqlite_with_rowid=False,
)

pending_sign_ins = Table(
    "pending_sign_ins",
    metadata,
    Column("state_hash", Text, primary_key=True),
    Column("telegram_id", BigInteger, nullable=False, index=True),
    Column("sign_session", Text, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False, index=True),
    comment="Browsers on their way to the consent page of ESOZ, each let back in once",
    sqlite_with_rowid=False,
)

ESOZ_SESSIONS = (esoz_sessions, pending_sign_ins)
