"""When patients last looked at who may use their data."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "access_visits",
        sa.Column("telegram_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("telegram_id", "person", name="pk_access_visits"),
        comment="When a patient last looked at the accesses of a person, to tell what is new",
        sqlite_with_rowid=False,
    )
    op.create_index("ix_access_visits_seen_at", "access_visits", ["seen_at"])


def downgrade() -> None:
    op.drop_table("access_visits")
