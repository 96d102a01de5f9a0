"""Which messages of a chat show a referral number; the number itself is not kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from bot.db.insertion import insert_into
from bot.db.tables import number_messages
from bot.db.transaction import reading, writing

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncEngine


class NumberMessageRepository:
    """Every method raises Unavailable when the database fails."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def add(
        self, chat_id: int, message_id: int, origin_message_id: int, sent_at: datetime
    ) -> None:
        """Note a message; `origin_message_id` is the one in which the patient sent the number.

        Adding it again changes nothing.
        """
        row = insert_into(self._engine, number_messages).values(
            chat_id=chat_id,
            message_id=message_id,
            origin_message_id=origin_message_id,
            sent_at=sent_at,
        )
        async with writing(self._engine) as connection:
            await connection.execute(row.on_conflict_do_nothing())

    async def of_origin(self, chat_id: int, origin_message_id: int) -> list[int]:
        """Ids of the messages added for this origin, oldest first."""
        found = (
            select(number_messages.c.message_id)
            .where(
                number_messages.c.chat_id == chat_id,
                number_messages.c.origin_message_id == origin_message_id,
            )
            .order_by(number_messages.c.message_id)
        )
        async with reading(self._engine) as connection:
            return list(await connection.scalars(found))

    async def remove(self, chat_id: int, message_ids: Collection[int]) -> None:
        gone = delete(number_messages).where(
            number_messages.c.chat_id == chat_id, number_messages.c.message_id.in_(message_ids)
        )
        async with writing(self._engine) as connection:
            await connection.execute(gone)
