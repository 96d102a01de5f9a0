"""Full doctors that patients watch."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "watches",
        sa.Column("telegram_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("party_id", sa.Text, nullable=False),
        sa.Column("doctor_key", sa.Integer, nullable=False),
        sa.Column("doctor_name", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("claimed_at", _MOMENT),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("told_at", _MOMENT),
        sa.Column("last_told_at", _MOMENT),
        sa.PrimaryKeyConstraint("telegram_id", "party_id", name="pk_watches"),
        comment="Full doctors that a patient watches, to be told once when a place opens",
        sqlite_with_rowid=False,
    )
    op.create_index("ix_watches_state", "watches", ["state"])
    op.create_index("ix_watches_told_at", "watches", ["told_at"])


def downgrade() -> None:
    op.drop_table("watches")
