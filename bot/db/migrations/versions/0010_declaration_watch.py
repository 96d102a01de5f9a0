"""Requests for a declaration that are followed until the facility answers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "declaration_watches",
        sa.Column("telegram_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("request_id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("signed_at", sa.DateTime(timezone=True)),
        sa.Column("ask_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("nudges", sa.Integer, nullable=False),
        sa.Column("is_sign_in_told", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("telegram_id", "request_id", name="pk_declaration_watches"),
        comment="Requests for a declaration under way; a row goes when the patient knows the end",
        sqlite_with_rowid=False,
    )
    op.create_index("ix_declaration_watches_ask_at", "declaration_watches", ["ask_at"])
    op.create_index("ix_declaration_watches_created_at", "declaration_watches", ["created_at"])


def downgrade() -> None:
    op.drop_table("declaration_watches")
