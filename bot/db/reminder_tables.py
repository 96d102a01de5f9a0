"""The tables of appointments, reminders and sending."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Double,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    text,
)

from bot.db.metadata import metadata
from bot.db.utc_datetime import UtcDateTime

_Key = BigInteger().with_variant(Integer(), "sqlite")

push_chats = Table(
    "push_chats",
    metadata,
    Column("telegram_id", _Key, primary_key=True, autoincrement=False),
    Column("zone", Text, nullable=False),
    Column("quiet_begins", Text, nullable=False),
    Column("quiet_ends", Text, nullable=False),
    Column("leads", Text, nullable=False),
    Column("shows_details", Boolean, nullable=False),
    Column("silenced_at", UtcDateTime),
    comment="When and how a patient is reminded",
)

# Apart from push_chats, since it changes with every message: the chats of two days stand close
# together, where those of all patients would make a page to write of each message.
chat_turns = Table(
    "chat_turns",
    metadata,
    Column("telegram_id", _Key, primary_key=True, autoincrement=False),
    Column("taken_at", UtcDateTime, nullable=False),
    # One process at a time speaks in a chat: so its reminders make one message.
    Column("held_until", UtcDateTime),
    Column("last_push_at", UtcDateTime),
    Column("pushes_on", Text),
    Column("pushes", Integer, nullable=False),
    comment="Chats where the bot speaks now or spoke in the last days, and how often",
)

looked_after = Table(
    "looked_after",
    metadata,
    Column("id", _Key, primary_key=True, autoincrement=True),
    Column("telegram_id", BigInteger, nullable=False, index=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    comment="People whom a patient looks after; the name is encrypted",
)

appointments = Table(
    "appointments",
    metadata,
    Column("id", _Key, primary_key=True, autoincrement=True),
    Column("telegram_id", BigInteger, nullable=False),
    Column("person_id", BigInteger, index=True),
    Column("kind", Text, nullable=False),
    Column("status", Text, nullable=False),
    # What stands on the slip of paper; starts_at is computed from it.
    Column("wall", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("is_second", Boolean, nullable=False),
    Column("starts_at", UtcDateTime, nullable=False, index=True),
    Column("leads", Text),
    Column("sealed", LargeBinary, nullable=False),
    Column("doctor_key", Integer),
    Column("division_key", Integer),
    Column("revision", Integer, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Index(None, "telegram_id", "starts_at"),
    comment="What a patient must not miss; the words are encrypted",
)

_is_waiting = text("wake_at IS NOT NULL")
_is_settled = text("settled_at IS NOT NULL")

reminders = Table(
    "reminders",
    metadata,
    Column("id", _Key, primary_key=True, autoincrement=True),
    Column("telegram_id", BigInteger, nullable=False),
    Column("appointment_id", BigInteger),
    Column("lead", Text, nullable=False),
    Column("wall", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("recurrence", Text),
    Column("sealed", LargeBinary),
    Column("due_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    # When the engine looks at the row next: due_at or a retry; NULL never.
    Column("wake_at", UtcDateTime),
    Column("claim", Text),
    Column("attempts", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("settled_at", UtcDateTime),
    Index(None, "telegram_id", "due_at"),
    Index(
        "ix_reminders_wake_at", "wake_at", sqlite_where=_is_waiting, postgresql_where=_is_waiting
    ),
    Index(
        "ix_reminders_settled_at",
        "settled_at",
        sqlite_where=_is_settled,
        postgresql_where=_is_settled,
    ),
    Index(
        "ix_reminders_appointment_id",
        "appointment_id",
        sqlite_where=text("appointment_id IS NOT NULL"),
        postgresql_where=text("appointment_id IS NOT NULL"),
    ),
    comment="Intents: what is to be said to whom and when, and what came of it",
)

reminder_attempts = Table(
    "reminder_attempts",
    metadata,
    Column("reminder_id", BigInteger, primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("ended_at", UtcDateTime, nullable=False, index=True),
    Column("outcome", Text, nullable=False),
    Column("message_id", BigInteger),
    comment="Each try to say it",
    sqlite_with_rowid=False,
)

send_budget = Table(
    "send_budget",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("free_at", Double, nullable=False),
    Column("closed_until", Double, nullable=False),
    Column("is_paused", Boolean, nullable=False),
    comment="One row: when all processes together may send next, in Unix seconds",
)
