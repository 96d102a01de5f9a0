"""What patients' searches found, so that they can page through it and come back."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from bot.db.tables import searches
from bot.db.transaction import reading, writing
from bot.domain.finding import Search, Wanted
from bot.errors import NotFound

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncEngine


class SearchRepository:
    """Every method raises Unavailable when the database fails."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def add(self, search: Search, telegram_id: int, now: datetime) -> None:
        row = insert(searches).values(
            id=search.id,
            telegram_id=telegram_id,
            wanted=search.wanted,
            found_keys=search.keys.tobytes(),
            kms=search.kms.tobytes(),
            is_guess=search.is_guess,
            created_at=now,
        )
        async with writing(self._engine) as connection:
            await connection.execute(row)

    async def get(self, search_id: str, telegram_id: int) -> Search:
        """Raises NotFound for one that is gone, or is another patient's."""
        found = select(searches).where(
            searches.c.id == search_id, searches.c.telegram_id == telegram_id
        )
        async with reading(self._engine) as connection:
            row = (await connection.execute(found)).one_or_none()
        if row is None:
            raise NotFound(search_id)
        return Search(
            id=row.id,
            wanted=Wanted(row.wanted),
            keys=array("I", row.found_keys),
            kms=array("H", row.kms),
            is_guess=row.is_guess,
        )
