"""The row that a patient must have before anything can be pushed to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bot.db.insertion import insert_into
from bot.db.reminder_rows import settings_values
from bot.db.tables import patients, push_chats
from bot.domain.reminders import ReminderSettings

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine


async def hold_chat(
    engine: AsyncEngine, connection: AsyncConnection, telegram_id: int, now: datetime
) -> None:
    """Make the patient's rows where there are none, and keep other processes from them.

    The row of `patients` is where a block is noted.
    """
    patient = insert_into(engine, patients).values(telegram_id=telegram_id, created_at=now)
    await connection.execute(patient.on_conflict_do_nothing())
    chat = insert_into(engine, push_chats).values(
        telegram_id=telegram_id, **settings_values(ReminderSettings())
    )
    await connection.execute(chat.on_conflict_do_nothing())
    held = select(push_chats.c.telegram_id).where(push_chats.c.telegram_id == telegram_id)
    await connection.execute(held.with_for_update())
