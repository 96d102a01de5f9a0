"""Every table that the bot keeps, as SQLAlchemy Core sees it."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, LargeBinary, Table, Text

from bot.db.access_tables import access_visits
from bot.db.declaration_tables import declaration_drafts, declaration_watches
from bot.db.directory.sources import SOURCES
from bot.db.directory.tables import DIRECTORY
from bot.db.event_tables import event_cursors
from bot.db.figure_tables import FIGURES, figures, operator_sessions
from bot.db.metadata import metadata
from bot.db.my_data_tables import MY_DATA, data_drafts, shown_data
from bot.db.reminder_tables import (
    appointments,
    chat_turns,
    looked_after,
    push_chats,
    reminder_attempts,
    reminders,
    send_budget,
)
from bot.db.session_tables import ESOZ_SESSIONS, esoz_sessions, pending_sign_ins
from bot.db.sign_tables import SIGNING, sign_requests, sign_sessions, used_signatures
from bot.db.utc_datetime import UtcDateTime

__all__ = [
    "DIRECTORY",
    "ESOZ_SESSIONS",
    "FIGURES",
    "MY_DATA",
    "SIGNING",
    "SOURCES",
    "access_visits",
    "appointments",
    "chat_turns",
    "conversations",
    "data_drafts",
    "declaration_drafts",
    "declaration_watches",
    "esoz_sessions",
    "event_cursors",
    "figures",
    "handled_updates",
    "looked_after",
    "lookups",
    "metadata",
    "number_messages",
    "operator_sessions",
    "patients",
    "pending_sign_ins",
    "push_chats",
    "reminder_attempts",
    "reminders",
    "searches",
    "send_budget",
    "shown_data",
    "sign_requests",
    "sign_sessions",
    "used_signatures",
    "watches",
]

# Telegram's ids pass 32 bits. SQLite's INTEGER has 64, and only under that name is the key the
# row's own place, with no second tree beside the table.
_BigKey = BigInteger().with_variant(Integer(), "sqlite")

patients = Table(
    "patients",
    metadata,
    Column("telegram_id", _BigKey, primary_key=True, autoincrement=False),
    Column("language", Text),
    Column("created_at", UtcDateTime, nullable=False),
    Column("blocked_at", UtcDateTime),
    comment="One row for each patient who chose something; opening the chat stores nothing",
)

handled_updates = Table(
    "handled_updates",
    metadata,
    Column("update_id", _BigKey, primary_key=True, autoincrement=False),
    Column("handled_at", UtcDateTime, nullable=False, index=True),
    comment="Telegram may deliver an update again: this one is done",
)

conversations = Table(
    "conversations",
    metadata,
    Column("key", Text, primary_key=True),
    Column("telegram_id", BigInteger, nullable=False, index=True),
    Column("state", Text),
    # Text, not JSONB: PostgreSQL's JSONB refuses the sign U+0000, which a patient can paste.
    Column("data", Text, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    comment="What a patient is being asked now; no row when nothing is asked",
    sqlite_with_rowid=False,
)

number_messages = Table(
    "number_messages",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    Column("origin_message_id", BigInteger, nullable=False),
    Column("sent_at", UtcDateTime, nullable=False, index=True),
    Index(None, "chat_id", "origin_message_id"),
    comment="Messages that show a referral number, to be removed on the patient's word",
    sqlite_with_rowid=False,
)

lookups = Table(
    "lookups",
    metadata,
    Column("id", Text, primary_key=True),
    Column("telegram_id", BigInteger, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Index(None, "telegram_id", "at"),
    comment="Who looked a number up and when, never which: the allowance is counted here",
    sqlite_with_rowid=False,
)

searches = Table(
    "searches",
    metadata,
    Column("id", Text, primary_key=True),
    Column("telegram_id", BigInteger, nullable=False, index=True),
    Column("wanted", Text, nullable=False),
    # Numbers side by side, 4 bytes for a key and 2 for a distance: read and written as a whole.
    Column("found_keys", LargeBinary, nullable=False),
    Column("kms", LargeBinary, nullable=False),
    Column("is_guess", Boolean, nullable=False),
    Column("created_at", UtcDateTime, nullable=False, index=True),
    comment="What a search found, so that its pages do not jump; never what was typed, or where",
    sqlite_with_rowid=False,
)

watches = Table(
    "watches",
    metadata,
    Column("telegram_id", BigInteger, primary_key=True, autoincrement=False),
    # The person, not the key of one place of work: the limit of declarations is the person's,
    # and stays theirs when they move to another facility.
    Column("party_id", Text, primary_key=True),
    Column("doctor_key", Integer, nullable=False),
    Column("doctor_name", Text, nullable=False),
    Column("state", Text, nullable=False, index=True),
    Column("created_at", UtcDateTime, nullable=False),
    Column("claimed_at", UtcDateTime),
    Column("attempts", Integer, nullable=False),
    Column("told_at", UtcDateTime, index=True),
    Column("last_told_at", UtcDateTime),
    comment="Full doctors that a patient watches, to be told once when a place opens",
    sqlite_with_rowid=False,
)
