"""A patient's choices about reminders, and reminders in their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, insert, select, update

from bot.db.reminder_rows import (
    WAITING,
    Seals,
    intent_values,
    read_intent,
    read_own,
    read_settings,
    settings_values,
)
from bot.db.repositories.appointments import drop_plan, plan
from bot.db.repositories.push_chats import hold_chat
from bot.db.repositories.reminder_removal import remove_reminders
from bot.db.tables import push_chats, reminder_attempts, reminders
from bot.db.transaction import reading, writing
from bot.domain.reminders import Lead, OwnReminder, ReminderSettings, snoozed
from bot.errors import NotFound, TooManyReminders

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement, Row
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from bot.db.reminder_rows import Cipher
    from bot.domain.reminders import Intent

MOST_OWN = 20
"""Reminders in a patient's own words, still to come."""
_one = reminders.c


class ReminderRepository:
    """Every method raises Unavailable when the database fails."""

    def __init__(self, engine: AsyncEngine, cipher: Cipher, most: int = MOST_OWN) -> None:
        self._engine = engine
        self._seals = Seals(cipher)
        self._most = most

    async def settings(self, telegram_id: int) -> ReminderSettings:
        """The defaults where nothing was chosen."""
        chosen = select(push_chats).where(push_chats.c.telegram_id == telegram_id)
        async with reading(self._engine) as connection:
            row = (await connection.execute(chosen)).one_or_none()
        return read_settings(row) if row else ReminderSettings()

    async def save_settings(
        self, telegram_id: int, settings: ReminderSettings, now: datetime
    ) -> None:
        saved = update(push_chats).where(push_chats.c.telegram_id == telegram_id)
        async with writing(self._engine) as connection:
            await hold_chat(self._engine, connection, telegram_id, now)
            await connection.execute(saved.values(settings_values(settings)))

    async def add_own(
        self, telegram_id: int, text: str, intent: Intent, now: datetime
    ) -> OwnReminder:
        """Raises TooManyReminders."""
        sealed = self._seals.text(text)
        row = insert(reminders).values(
            telegram_id=telegram_id, sealed=sealed, **intent_values(intent)
        )
        async with writing(self._engine) as connection:
            await hold_chat(self._engine, connection, telegram_id, now)
            standing = select(func.count()).where(_is_own(telegram_id))
            if (await connection.scalar(standing) or 0) >= self._most:
                raise TooManyReminders
            key = (await connection.execute(row.returning(_one.id))).scalar_one()
        return OwnReminder(text, intent, id=key, telegram_id=telegram_id)

    async def own(self, telegram_id: int) -> list[OwnReminder]:
        """Those still to come, earliest first."""
        wanted = select(reminders).where(_is_own(telegram_id)).order_by(_one.due_at, _one.id)
        async with reading(self._engine) as connection:
            rows = await connection.execute(wanted)
        return [read_own(row, self._seals) for row in rows]

    async def change_own(
        self, telegram_id: int, reminder_id: int, text: str, intent: Intent
    ) -> OwnReminder:
        """Raises NotFound where it is not to come any more, or is being said just now."""
        changed = (
            update(reminders)
            .where(_is_own(telegram_id), _one.id == reminder_id, _one.claim.is_(None))
            .values(sealed=self._seals.text(text), **intent_values(intent))
        )
        async with writing(self._engine) as connection:
            if (await connection.execute(changed)).rowcount == 0:
                raise NotFound("reminder")
        return OwnReminder(text, intent, id=reminder_id, telegram_id=telegram_id)

    async def own_again(self, telegram_id: int, reminder_id: int) -> OwnReminder | None:
        """The turn to come of what `reminder_id` said: each turn carries on the same sealed words.

        None where nothing of it is to come, or it is somebody else's.
        """
        said = select(_one.sealed).where(_one.telegram_id == telegram_id, _one.id == reminder_id)
        wanted = (
            select(reminders)
            .where(_is_own(telegram_id), _one.sealed == said.scalar_subquery())
            .order_by(_one.due_at)
            .limit(1)
        )
        async with reading(self._engine) as connection:
            row = (await connection.execute(wanted)).one_or_none()
        return read_own(row, self._seals) if row else None

    async def drop_snoozed(self, telegram_id: int, reminder_id: int) -> None:
        """Say once more no longer what this reminder said and was put off."""
        wanted = select(reminders).where(_one.telegram_id == telegram_id, _one.id == reminder_id)
        async with writing(self._engine) as connection:
            row = (await connection.execute(wanted)).one_or_none()
            if row:
                await self._forget_earlier_snooze(connection, row)

    async def remove_own(self, telegram_id: int, reminder_id: int) -> None:
        async with writing(self._engine) as connection:
            await remove_reminders(connection, _is_own(telegram_id), _one.id == reminder_id)

    async def snooze(self, telegram_id: int, reminder_id: int, due_at: datetime) -> bool:
        """Say once more at `due_at` what this reminder said; False when it cannot be any more."""
        wanted = select(reminders).where(_one.telegram_id == telegram_id, _one.id == reminder_id)
        async with writing(self._engine) as connection:
            row = (await connection.execute(wanted)).one_or_none()
            again = row and snoozed(read_intent(row), due_at, is_own=row.appointment_id is None)
            if not row or not again:
                return False
            await self._forget_earlier_snooze(connection, row)
            copied = {"telegram_id": telegram_id, "appointment_id": row.appointment_id}
            copied |= {"sealed": row.sealed, **intent_values(again)}
            await connection.execute(insert(reminders).values(copied))
        return True

    async def told(self, telegram_id: int, reminder_id: int) -> list[tuple[int, int | None]]:
        """(reminder, appointment) of everything that one message said, this one among it."""
        attempt = reminder_attempts.c
        message = (
            select(attempt.message_id)
            .where(attempt.reminder_id == reminder_id, attempt.message_id.is_not(None))
            .order_by(attempt.number.desc())
            .limit(1)
            .scalar_subquery()
        )
        wanted = (
            select(_one.id, _one.appointment_id)
            .join_from(reminders, reminder_attempts, attempt.reminder_id == _one.id)
            .where(_one.telegram_id == telegram_id, attempt.message_id == message)
            .order_by(_one.id)
        )
        async with reading(self._engine) as connection:
            rows = [(row.id, row.appointment_id) for row in await connection.execute(wanted)]
        return rows if any(key == reminder_id for key, _ in rows) else []

    async def text_of(self, telegram_id: int, reminder_id: int) -> str | None:
        """The patient's own words of a reminder, sent or not; None where there are none."""
        wanted = select(_one.sealed).where(_one.telegram_id == telegram_id, _one.id == reminder_id)
        async with reading(self._engine) as connection:
            sealed = await connection.scalar(wanted)
        return self._seals.read_text(sealed) if sealed else None

    async def replan(
        self,
        telegram_id: int,
        appointments: Mapping[int, Sequence[Intent]],
        own: Mapping[int, Intent],
        now: datetime,
    ) -> None:
        """Put new times in the place of those to come, by appointment and by own reminder."""
        async with writing(self._engine) as connection:
            await hold_chat(self._engine, connection, telegram_id, now)
            for key, planned in appointments.items():
                await drop_plan(connection, telegram_id, key, now)
                await plan(connection, telegram_id, key, planned)
            for key, intent in own.items():
                moved = update(reminders).where(_is_own(telegram_id), _one.id == key)
                times = {
                    "zone": intent.zone,
                    "due_at": intent.due_at,
                    "expires_at": intent.expires_at,
                    "wake_at": intent.due_at,
                }
                await connection.execute(moved.where(_one.claim.is_(None)).values(times))

    async def _forget_earlier_snooze(self, connection: AsyncConnection, row: Row[Any]) -> None:
        """Tapped twice, or later once more: the last word counts."""
        subject = (
            _one.appointment_id == row.appointment_id
            if row.appointment_id is not None
            else _one.sealed == row.sealed
        )
        earlier = and_(
            _one.telegram_id == row.telegram_id,
            _one.lead == Lead.SNOOZED.value,
            _one.status == WAITING,
            _one.claim.is_(None),
            subject,
        )
        await remove_reminders(connection, earlier)


def _is_own(telegram_id: int) -> ColumnElement[bool]:
    return and_(
        _one.telegram_id == telegram_id, _one.lead == Lead.OWN.value, _one.status == WAITING
    )
