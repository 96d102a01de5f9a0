"""Documents that patients sign, and signatures that were used."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "sign_sessions",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("telegram_id", sa.BigInteger, nullable=False),
        sa.Column("purpose", sa.Text, nullable=False),
        sa.Column("reference", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("phrase", sa.Text, nullable=False),
        sa.Column("language", sa.Text),
        sa.Column("provider", sa.Text),
        sa.Column("browser", sa.Text),
        sa.Column("content", sa.LargeBinary),
        sa.Column("particulars", sa.LargeBinary),
        sa.Column("container", sa.LargeBinary),
        sa.Column("problem", sa.Text, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("expires_at", _MOMENT, nullable=False),
        sa.Column("received_at", _MOMENT),
        sa.Column("claimed_at", _MOMENT),
        sa.Column("ended_at", _MOMENT),
        sa.Column("told_at", _MOMENT),
        sa.PrimaryKeyConstraint("key", name="pk_sign_sessions"),
        comment=(
            "One document that one patient signs within ten minutes; the link's id is not stored"
        ),
        sqlite_with_rowid=False,
    )
    for column in ("telegram_id", "state", "browser", "ended_at"):
        op.create_index(f"ix_sign_sessions_{column}", "sign_sessions", [column])
    op.create_table(
        "sign_requests",
        sa.Column("request", sa.Text, nullable=False),
        sa.Column("session_key", sa.Text, nullable=False),
        sa.Column("deeplink", sa.LargeBinary, nullable=False),
        sa.Column("made_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("request", name="pk_sign_requests"),
        sa.ForeignKeyConstraint(
            ["session_key"],
            ["sign_sessions.key"],
            name="fk_sign_requests_session_key_sign_sessions",
            ondelete="CASCADE",
        ),
        comment="Requests that were handed to the app Diia, by the hash of their id",
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sign_requests_session_key", "sign_requests", ["session_key"])
    op.create_table(
        "used_signatures",
        sa.Column("signature_hash", sa.Text, nullable=False),
        sa.Column("used_at", _MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("signature_hash", name="pk_used_signatures"),
        comment="Signatures that were taken once, by their hash; says nothing of who or what",
        sqlite_with_rowid=False,
    )
    op.create_index("ix_used_signatures_used_at", "used_signatures", ["used_at"])


def downgrade() -> None:
    op.drop_table("used_signatures")
    op.drop_table("sign_requests")
    op.drop_table("sign_sessions")
