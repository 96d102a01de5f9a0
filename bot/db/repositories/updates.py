"""Which of Telegram's updates are done, so that one delivered twice is handled once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from bot.db.insertion import insert_into
from bot.db.tables import handled_updates
from bot.db.transaction import reading, writing

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncEngine


class UpdateRepository:
    """Every method raises Unavailable when the database fails.

    Asked on every update: the statements are built once.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._find = select(handled_updates.c.update_id).where(
            handled_updates.c.update_id == bindparam("update_id")
        )
        self._insert = insert_into(engine, handled_updates).on_conflict_do_nothing()

    async def is_handled(self, update_id: int) -> bool:
        async with reading(self._engine) as connection:
            found = await connection.scalar(self._find, {"update_id": update_id})
        return found is not None

    async def mark_handled(self, update_id: int, now: datetime) -> None:
        """Marking it again changes nothing."""
        async with writing(self._engine) as connection:
            await connection.execute(self._insert, {"update_id": update_id, "handled_at": now})
