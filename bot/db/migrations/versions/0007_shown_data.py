"""Messages that show personal data, and drafts of changes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "shown_data",
        sa.Column("chat_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("remove_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name="pk_shown_data"),
        comment="Messages that show personal data, and when they leave the chat by themselves",
        sqlite_with_rowid=False,
    )
    op.create_index("ix_shown_data_remove_at", "shown_data", ["remove_at"])
    op.create_table(
        "data_drafts",
        sa.Column("telegram_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("expires_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("telegram_id", "kind", name="pk_data_drafts"),
        comment="Changes of personal data that a patient is putting together, for an hour",
        sqlite_with_rowid=False,
    )
    op.create_index("ix_data_drafts_expires_at", "data_drafts", ["expires_at"])


def downgrade() -> None:
    op.drop_table("data_drafts")
    op.drop_table("shown_data")
