"""The tables of the first conversation: patients, updates, states, messages, look-ups."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_BIG_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _create_patients()
    _create_handled_updates()
    _create_conversations()
    _create_number_messages()
    _create_lookups()


def downgrade() -> None:
    for table in ("lookups", "number_messages", "conversations", "handled_updates", "patients"):
        op.drop_table(table)


def _create_patients() -> None:
    op.create_table(
        "patients",
        sa.Column("telegram_id", _BIG_KEY, autoincrement=False, nullable=False),
        sa.Column("language", sa.Text),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("blocked_at", _MOMENT),
        sa.PrimaryKeyConstraint("telegram_id", name="pk_patients"),
        comment="One row for each patient who chose something; opening the chat stores nothing",
    )


def _create_handled_updates() -> None:
    op.create_table(
        "handled_updates",
        sa.Column("update_id", _BIG_KEY, autoincrement=False, nullable=False),
        sa.Column("handled_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("update_id", name="pk_handled_updates"),
        comment="Telegram may deliver an update again: this one is done",
    )
    op.create_index("ix_handled_updates_handled_at", "handled_updates", ["handled_at"])


def _create_conversations() -> None:
    op.create_table(
        "conversations",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("telegram_id", sa.BigInteger, nullable=False),
        sa.Column("state", sa.Text),
        sa.Column("data", sa.Text, nullable=False),
        sa.Column("updated_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_conversations"),
        comment="What a patient is being asked now; no row when nothing is asked",
        sqlite_with_rowid=False,
    )
    op.create_index("ix_conversations_telegram_id", "conversations", ["telegram_id"])


def _create_number_messages() -> None:
    op.create_table(
        "number_messages",
        sa.Column("chat_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("origin_message_id", sa.BigInteger, nullable=False),
        sa.Column("sent_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name="pk_number_messages"),
        comment="Messages that show a referral number, to be removed on the patient's word",
        sqlite_with_rowid=False,
    )
    op.create_index("ix_number_messages_sent_at", "number_messages", ["sent_at"])
    op.create_index(
        "ix_number_messages_chat_id_origin_message_id",
        "number_messages",
        ["chat_id", "origin_message_id"],
    )


def _create_lookups() -> None:
    op.create_table(
        "lookups",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("telegram_id", sa.BigInteger, nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_lookups"),
        comment="Who looked a number up and when, never which: the allowance is counted here",
        sqlite_with_rowid=False,
    )
    op.create_index("ix_lookups_telegram_id_at", "lookups", ["telegram_id", "at"])
