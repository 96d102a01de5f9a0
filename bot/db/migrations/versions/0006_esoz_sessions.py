"""Being signed in at ЕСОЗ."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "esoz_sessions",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("telegram_id", sa.BigInteger, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("is_current", sa.Boolean, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("refreshing_until", _MOMENT),
        sa.Column("signed_in_at", _MOMENT, nullable=False),
        sa.Column("used_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_esoz_sessions"),
        comment="People for whom a chat is signed in at ESOZ; access tokens are never stored",
        sqlite_with_rowid=False,
    )
    op.create_index("ix_esoz_sessions_telegram_id", "esoz_sessions", ["telegram_id"])
    op.create_index("ix_esoz_sessions_used_at", "esoz_sessions", ["used_at"])
    op.create_table(
        "pending_sign_ins",
        sa.Column("state_hash", sa.Text, nullable=False),
        sa.Column("telegram_id", sa.BigInteger, nullable=False),
        sa.Column("sign_session", sa.Text, nullable=False),
        sa.Column("expires_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("state_hash", name="pk_pending_sign_ins"),
        comment="Browsers on their way to the consent page of ESOZ, each let back in once",
        sqlite_with_rowid=False,
    )
    op.create_index("ix_pending_sign_ins_telegram_id", "pending_sign_ins", ["telegram_id"])
    op.create_index("ix_pending_sign_ins_expires_at", "pending_sign_ins", ["expires_at"])


def downgrade() -> None:
    op.drop_table("pending_sign_ins")
    op.drop_table("esoz_sessions")
