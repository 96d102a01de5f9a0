"""Browsers on their way to ЕСОЗ's consent page; each is let back in once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert

from bot.db.session_tables import pending_sign_ins
from bot.db.transaction import writing
from bot.domain.cabinet.session import PendingSignIn

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncEngine

_table = pending_sign_ins


class PendingSignInRepository:
    """Every method raises Unavailable when the database fails."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def add(self, pending: PendingSignIn) -> None:
        row = insert(_table).values(
            state_hash=pending.state_hash,
            telegram_id=pending.telegram_id,
            sign_session=pending.sign_session,
            expires_at=pending.expires_at,
        )
        async with writing(self._engine) as connection:
            await connection.execute(row)

    async def take(self, state_hash: str, now: datetime) -> PendingSignIn | None:
        """Delete it and give it back; None when there is none, or its time is over."""
        taken = (
            delete(_table)
            .where(_table.c.state_hash == state_hash)
            .returning(_table.c.telegram_id, _table.c.sign_session, _table.c.expires_at)
        )
        async with writing(self._engine) as connection:
            row = (await connection.execute(taken)).one_or_none()
        if row is None or row.expires_at <= now:
            return None
        return PendingSignIn(state_hash, row.telegram_id, row.sign_session, row.expires_at)
