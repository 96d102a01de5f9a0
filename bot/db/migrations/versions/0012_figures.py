"""Anonymous counters, and the sessions of operators who read them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "figures",
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("day", "kind", "subject", "detail", name="pk_figures"),
        comment="How often something happened on a day: topics, steps, words, barriers; "
        "never whose",
        sqlite_with_rowid=False,
    )
    op.create_table(
        "operator_sessions",
        sa.Column("token_hash", sa.Text, nullable=False),
        sa.Column("password_tag", sa.Text, nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name="pk_operator_sessions"),
        comment="Browsers in which the operators' password was given; only the cookie's hash",
        sqlite_with_rowid=False,
    )
    op.create_index("ix_operator_sessions_expires_at", "operator_sessions", ["expires_at"])


def downgrade() -> None:
    op.drop_table("operator_sessions")
    op.drop_table("figures")
