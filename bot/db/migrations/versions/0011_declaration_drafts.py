"""With which doctor a patient began a declaration, before there is a request."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "declaration_drafts",
        sa.Column("telegram_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("doctor", sa.Integer, nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("telegram_id", name="pk_declaration_drafts"),
        comment="With which doctor a declaration was begun; a row goes when it is asked for",
        sqlite_with_rowid=False,
    )
    op.create_index("ix_declaration_drafts_left_at", "declaration_drafts", ["left_at"])


def downgrade() -> None:
    op.drop_table("declaration_drafts")
