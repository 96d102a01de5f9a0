"""How far ЕСОЗ's events were read, and which declaration a request is to become."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "event_cursors",
        sa.Column("feed", sa.Text, nullable=False),
        sa.Column("read_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("feed", name="pk_event_cursors"),
        comment="How far a feed was read, and when a process may read on; no personal data",
        sqlite_with_rowid=False,
    )
    op.add_column("declaration_watches", sa.Column("declaration_id", sa.Text))
    op.create_index(
        "ix_declaration_watches_declaration_id", "declaration_watches", ["declaration_id"]
    )


def downgrade() -> None:
    op.drop_index("ix_declaration_watches_declaration_id", "declaration_watches")
    op.drop_column("declaration_watches", "declaration_id")
    op.drop_table("event_cursors")
