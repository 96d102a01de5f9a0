"""What a patient's search found, for seven days."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "searches",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("telegram_id", sa.BigInteger, nullable=False),
        sa.Column("wanted", sa.Text, nullable=False),
        sa.Column("found_keys", sa.LargeBinary, nullable=False),
        sa.Column("kms", sa.LargeBinary, nullable=False),
        sa.Column("is_guess", sa.Boolean, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_searches"),
        comment="What a search found, so that its pages do not jump; never what was typed,"
        " or where",
        sqlite_with_rowid=False,
    )
    op.create_index("ix_searches_telegram_id", "searches", ["telegram_id"])
    op.create_index("ix_searches_created_at", "searches", ["created_at"])


def downgrade() -> None:
    op.drop_table("searches")
