"""Who speaks in a chat now and how often the bot spoke there lately, apart from its settings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)
_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "chat_turns",
        sa.Column("telegram_id", _KEY, autoincrement=False, nullable=False),
        sa.Column("taken_at", _MOMENT, nullable=False),
        sa.Column("held_until", _MOMENT),
        sa.Column("last_push_at", _MOMENT),
        sa.Column("pushes_on", sa.Text),
        sa.Column("pushes", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("telegram_id", name="pk_chat_turns"),
        comment="Chats where the bot speaks now or spoke in the last days, and how often",
    )
    # what is in flight at this moment keeps the lease that stands in reminders.wake_at
    op.execute(
        "INSERT INTO chat_turns"
        " (telegram_id, taken_at, held_until, last_push_at, pushes_on, pushes)"
        " SELECT telegram_id, last_push_at, busy_until, last_push_at, pushes_on, pushes"
        " FROM push_chats WHERE last_push_at IS NOT NULL"
    )
    for column in ("busy_until", "last_push_at", "pushes_on", "pushes"):
        op.drop_column("push_chats", column)
    _describe("When and how a patient is reminded")
    op.drop_index("ix_reminders_telegram_id", "reminders")
    op.create_index("ix_reminders_telegram_id_due_at", "reminders", ["telegram_id", "due_at"])


def downgrade() -> None:
    op.drop_index("ix_reminders_telegram_id_due_at", "reminders")
    op.create_index("ix_reminders_telegram_id", "reminders", ["telegram_id"])
    for column in ("busy_until", "last_push_at"):
        op.add_column("push_chats", sa.Column(column, _MOMENT))
    op.add_column("push_chats", sa.Column("pushes_on", sa.Text))
    pushes = sa.Column("pushes", sa.Integer, nullable=False, server_default="0")
    op.add_column("push_chats", pushes)
    _describe("When and how a patient is reminded, and when they last were")
    op.drop_table("chat_turns")


def _describe(comment: str) -> None:
    if op.get_context().dialect.supports_comments:
        op.create_table_comment("push_chats", comment)
