"""Deletes reminders with the attempts at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from bot.db.tables import appointments, reminder_attempts, reminders

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.ext.asyncio import AsyncConnection


async def remove_reminders(connection: AsyncConnection, *which: ColumnElement[bool]) -> None:
    keys = select(reminders.c.id).where(*which)
    of_them = reminder_attempts.c.reminder_id.in_(keys)
    await connection.execute(delete(reminder_attempts).where(of_them))
    await connection.execute(delete(reminders).where(*which))


async def remove_appointments(connection: AsyncConnection, *which: ColumnElement[bool]) -> None:
    """Delete appointments and all that was planned and said of them."""
    keys = select(appointments.c.id).where(*which)
    await remove_reminders(connection, reminders.c.appointment_id.in_(keys))
    await connection.execute(delete(appointments).where(*which))
