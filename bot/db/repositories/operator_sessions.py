"""Browsers in which an operator is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from bot.db.figure_tables import operator_sessions
from bot.db.transaction import reading, writing

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncEngine


class OperatorSessionRepository:
    """Implements `OperatorSessions`; what is over is taken away by the retention."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def add(self, token_hash: str, password_tag: str, expires_at: datetime) -> None:
        row = {"token_hash": token_hash, "password_tag": password_tag, "expires_at": expires_at}
        async with writing(self._engine) as connection:
            await connection.execute(insert(operator_sessions).values(row))

    async def is_open(self, token_hash: str, password_tag: str, now: datetime) -> bool:
        found = select(operator_sessions.c.token_hash).where(
            operator_sessions.c.token_hash == token_hash,
            operator_sessions.c.password_tag == password_tag,
            operator_sessions.c.expires_at > now,
        )
        async with reading(self._engine) as connection:
            return await connection.scalar(found) is not None

    async def remove(self, token_hash: str) -> None:
        gone = delete(operator_sessions).where(operator_sessions.c.token_hash == token_hash)
        async with writing(self._engine) as connection:
            await connection.execute(gone)
