"""Appointments, reminders, and one budget for sending."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)
_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _people()
    _appointments()
    _reminders()
    _sending()


def _people() -> None:
    op.create_table(
        "push_chats",
        sa.Column("telegram_id", _KEY, autoincrement=False, nullable=False),
        sa.Column("zone", sa.Text, nullable=False),
        sa.Column("quiet_begins", sa.Text, nullable=False),
        sa.Column("quiet_ends", sa.Text, nullable=False),
        sa.Column("leads", sa.Text, nullable=False),
        sa.Column("shows_details", sa.Boolean, nullable=False),
        sa.Column("silenced_at", _MOMENT),
        sa.Column("busy_until", _MOMENT),
        sa.Column("last_push_at", _MOMENT),
        sa.Column("pushes_on", sa.Text),
        sa.Column("pushes", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("telegram_id", name="pk_push_chats"),
        comment="When and how a patient is reminded, and when they last were",
    )
    op.create_table(
        "looked_after",
        sa.Column("id", _KEY, autoincrement=True, nullable=False),
        sa.Column("telegram_id", sa.BigInteger, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_looked_after"),
        comment="People whom a patient looks after; the name is encrypted",
    )
    op.create_index("ix_looked_after_telegram_id", "looked_after", ["telegram_id"])


def _appointments() -> None:
    op.create_table(
        "appointments",
        sa.Column("id", _KEY, autoincrement=True, nullable=False),
        sa.Column("telegram_id", sa.BigInteger, nullable=False),
        sa.Column("person_id", sa.BigInteger),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("wall", sa.Text, nullable=False),
        sa.Column("zone", sa.Text, nullable=False),
        sa.Column("is_second", sa.Boolean, nullable=False),
        sa.Column("starts_at", _MOMENT, nullable=False),
        sa.Column("leads", sa.Text),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("doctor_key", sa.Integer),
        sa.Column("division_key", sa.Integer),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_appointments"),
        comment="What a patient must not miss; the words are encrypted",
    )
    op.create_index(
        "ix_appointments_telegram_id_starts_at", "appointments", ["telegram_id", "starts_at"]
    )
    op.create_index("ix_appointments_starts_at", "appointments", ["starts_at"])
    op.create_index("ix_appointments_person_id", "appointments", ["person_id"])


def _reminders() -> None:
    op.create_table(
        "reminders",
        sa.Column("id", _KEY, autoincrement=True, nullable=False),
        sa.Column("telegram_id", sa.BigInteger, nullable=False),
        sa.Column("appointment_id", sa.BigInteger),
        sa.Column("lead", sa.Text, nullable=False),
        sa.Column("wall", sa.Text, nullable=False),
        sa.Column("zone", sa.Text, nullable=False),
        sa.Column("recurrence", sa.Text),
        sa.Column("sealed", sa.LargeBinary),
        sa.Column("due_at", _MOMENT, nullable=False),
        sa.Column("expires_at", _MOMENT, nullable=False),
        sa.Column("wake_at", _MOMENT),
        sa.Column("claim", sa.Text),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("settled_at", _MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_reminders"),
        comment="Intents: what is to be said to whom and when, and what came of it",
    )
    op.create_index("ix_reminders_telegram_id", "reminders", ["telegram_id"])
    for column in ("wake_at", "settled_at", "appointment_id"):
        given = sa.text(f"{column} IS NOT NULL")
        op.create_index(
            f"ix_reminders_{column}",
            "reminders",
            [column],
            sqlite_where=given,
            postgresql_where=given,
        )
    op.create_table(
        "reminder_attempts",
        sa.Column("reminder_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("ended_at", _MOMENT, nullable=False),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("message_id", sa.BigInteger),
        sa.PrimaryKeyConstraint("reminder_id", "number", name="pk_reminder_attempts"),
        comment="Each try to say it",
        sqlite_with_rowid=False,
    )
    op.create_index("ix_reminder_attempts_ended_at", "reminder_attempts", ["ended_at"])


def _sending() -> None:
    budget = op.create_table(
        "send_budget",
        sa.Column("id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("free_at", sa.Double, nullable=False),
        sa.Column("closed_until", sa.Double, nullable=False),
        sa.Column("is_paused", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_send_budget"),
        comment="One row: when all processes together may send next, in Unix seconds",
    )
    op.bulk_insert(budget, [{"id": 1, "free_at": 0, "closed_until": 0, "is_paused": False}])


def downgrade() -> None:
    for table in (
        "send_budget",
        "reminder_attempts",
        "reminders",
        "appointments",
        "looked_after",
        "push_chats",
    ):
        op.drop_table(table)
