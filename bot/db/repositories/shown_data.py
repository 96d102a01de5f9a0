"""Which messages of a chat show personal data; what they say is not kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select, tuple_

from bot.db.insertion import insert_into
from bot.db.my_data_tables import shown_data
from bot.db.transaction import reading, writing
from bot.services.my_data_ports import ShownMessage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Select
    from sqlalchemy.ext.asyncio import AsyncEngine


class ShownDataRepository:
    """Implements `ShownMessages`."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def add(self, message: ShownMessage) -> None:
        row = insert_into(self._engine, shown_data).values(
            chat_id=message.chat_id, message_id=message.message_id, remove_at=message.remove_at
        )
        async with writing(self._engine) as connection:
            await connection.execute(row.on_conflict_do_nothing())

    async def of_chat(self, chat_id: int) -> Sequence[ShownMessage]:
        found = select(shown_data).where(shown_data.c.chat_id == chat_id)
        return await self._read(found.order_by(shown_data.c.message_id))

    async def due(self, now: datetime, most: int) -> Sequence[ShownMessage]:
        found = select(shown_data).where(shown_data.c.remove_at <= now)
        return await self._read(found.order_by(shown_data.c.remove_at).limit(most))

    async def remove(self, messages: Sequence[ShownMessage]) -> None:
        keys = [(one.chat_id, one.message_id) for one in messages]
        place = tuple_(shown_data.c.chat_id, shown_data.c.message_id)
        async with writing(self._engine) as connection:
            await connection.execute(delete(shown_data).where(place.in_(keys)))

    async def _read(self, found: Select[tuple[int, int, datetime]]) -> Sequence[ShownMessage]:
        async with reading(self._engine) as connection:
            rows = await connection.execute(found)
            return [ShownMessage(row.chat_id, row.message_id, row.remove_at) for row in rows]
