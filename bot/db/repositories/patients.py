"""Patients who chose something: their language, whether they can be reached, forgetting them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select, update

from bot.db.insertion import insert_into
from bot.db.repositories.reminder_removal import remove_reminders
from bot.db.tables import (
    access_visits,
    appointments,
    chat_turns,
    conversations,
    data_drafts,
    declaration_drafts,
    declaration_watches,
    esoz_sessions,
    looked_after,
    number_messages,
    patients,
    pending_sign_ins,
    push_chats,
    reminders,
    searches,
    shown_data,
    sign_sessions,
    watches,
)
from bot.db.transaction import reading, writing

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncEngine

# `lookups` is not among them: whoever could empty it could try numbers without end. Its rows are
# gone by themselves when the window of the allowance is over.
_OWNER_COLUMNS = (
    patients.c.telegram_id,
    conversations.c.telegram_id,
    searches.c.telegram_id,
    watches.c.telegram_id,
    sign_sessions.c.telegram_id,
    esoz_sessions.c.telegram_id,
    pending_sign_ins.c.telegram_id,
    access_visits.c.telegram_id,
    data_drafts.c.telegram_id,
    declaration_drafts.c.telegram_id,
    declaration_watches.c.telegram_id,
    shown_data.c.chat_id,
    appointments.c.telegram_id,
    looked_after.c.telegram_id,
    push_chats.c.telegram_id,
    chat_turns.c.telegram_id,
    number_messages.c.chat_id,  # a private chat has its person's id
)


class PatientRepository:
    """Every method raises Unavailable when the database fails."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def language(self, telegram_id: int) -> str | None:
        """The language that the patient chose, None when none was chosen."""
        chosen = select(patients.c.language).where(patients.c.telegram_id == telegram_id)
        async with reading(self._engine) as connection:
            language: str | None = await connection.scalar(chosen)
        return language

    async def set_language(self, telegram_id: int, language: str, now: datetime) -> None:
        row = insert_into(self._engine, patients).values(
            telegram_id=telegram_id, language=language, created_at=now
        )
        async with writing(self._engine) as connection:
            await connection.execute(
                row.on_conflict_do_update(
                    index_elements=[patients.c.telegram_id], set_={"language": language}
                )
            )

    async def mark_blocked(self, telegram_id: int, now: datetime) -> None:
        """The patient stopped the bot; the first moment is kept, and no row is made for it."""
        blocked = (
            update(patients)
            .where(patients.c.telegram_id == telegram_id, patients.c.blocked_at.is_(None))
            .values(blocked_at=now)
        )
        async with writing(self._engine) as connection:
            await connection.execute(blocked)

    async def mark_reachable(self, telegram_id: int) -> None:
        """The patient wrote again."""
        reachable = (
            update(patients)
            .where(patients.c.telegram_id == telegram_id, patients.c.blocked_at.is_not(None))
            .values(blocked_at=None)
        )
        async with writing(self._engine) as connection:
            await connection.execute(reachable)

    async def forget(self, telegram_id: int) -> None:
        """Delete every row about this patient at once, but for the count of look-ups."""
        async with writing(self._engine) as connection:
            await remove_reminders(connection, reminders.c.telegram_id == telegram_id)
            for owner in _OWNER_COLUMNS:
                await connection.execute(delete(owner.table).where(owner == telegram_id))
