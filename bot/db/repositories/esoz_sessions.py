"""For whom a chat is signed in at ЕСОЗ: several people, one of them current."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, or_, select, update

from bot.db.insertion import insert_into
from bot.db.repositories.session_rows import sealed, session_of
from bot.db.session_tables import esoz_sessions
from bot.db.tables import patients
from bot.db.transaction import reading, writing
from bot.domain.cabinet import MOST_PEOPLE
from bot.errors import NotFound, TooManyPeople

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from bot.domain.cabinet.session import EsozSession
    from bot.services.signing_ports import Cipher

CLAIMED_FOR = timedelta(seconds=30)
"""Longer than ЕСОЗ is waited for; a process that died in between holds a session so long."""

_table = esoz_sessions


class EsozSessionRepository:
    """Every method raises Unavailable when the database fails."""

    def __init__(self, engine: AsyncEngine, cipher: Cipher, most: int = MOST_PEOPLE) -> None:
        self._engine = engine
        self._cipher = cipher
        self._most = most

    async def of_patient(self, telegram_id: int) -> list[EsozSession]:
        """The oldest first."""
        async with reading(self._engine) as connection:
            return await self._read(connection, telegram_id)

    async def add(self, session: EsozSession, now: datetime) -> None:
        """Store as the current one, in place of one for the same person.

        Those that have ended make room for it where they must. Raises TooManyPeople.
        """
        async with writing(self._engine) as connection:
            await _hold_patient(connection, self._engine, session.telegram_id, now)
            known = await self._read(connection, session.telegram_id)
            gone = [one.id for one in known if _is_replaced(one, session)]
            if len(known) - len(gone) >= self._most:
                gone += [one.id for one in known if one.has_ended and one.id not in gone]
            if len(known) - len(gone) >= self._most:
                raise TooManyPeople
            await connection.execute(delete(_table).where(_table.c.id.in_(gone)))
            await _set_current(connection, session.telegram_id, None)
            await connection.execute(
                insert(_table).values(
                    id=session.id,
                    telegram_id=session.telegram_id,
                    sealed=sealed(session, self._cipher),
                    is_current=True,
                    version=0,
                    signed_in_at=session.signed_in_at,
                    used_at=now,
                )
            )

    async def make_current(self, telegram_id: int, session_id: str) -> None:
        """Raises NotFound when the patient has no such session."""
        async with writing(self._engine) as connection:
            known = await self._read(connection, telegram_id)
            if all(one.id != session_id for one in known):
                raise NotFound
            await _set_current(connection, telegram_id, session_id)

    async def claim(self, session: EsozSession, now: datetime) -> bool:
        """Take the right to refresh; False where another has it, or the session changed."""
        free = or_(_table.c.refreshing_until.is_(None), _table.c.refreshing_until <= now)
        claimed = (
            update(_table)
            .where(_table.c.id == session.id, _table.c.version == session.version, free)
            .values(refreshing_until=now + CLAIMED_FOR)
        )
        async with writing(self._engine) as connection:
            return (await connection.execute(claimed)).rowcount == 1

    async def release(self, session: EsozSession) -> None:
        released = (
            update(_table)
            .where(_table.c.id == session.id, _table.c.version == session.version)
            .values(refreshing_until=None)
        )
        async with writing(self._engine) as connection:
            await connection.execute(released)

    async def keep(self, session: EsozSession, now: datetime) -> bool:
        """Store what a refresh brought, and release; False when the session is gone or changed."""
        kept = (
            update(_table)
            .where(_table.c.id == session.id, _table.c.version == session.version)
            .values(
                sealed=sealed(session, self._cipher),
                version=session.version + 1,
                refreshing_until=None,
                used_at=now,
            )
        )
        async with writing(self._engine) as connection:
            return (await connection.execute(kept)).rowcount == 1

    async def name(self, session: EsozSession, name: str) -> None:
        """Store how the person is called in lists; nothing where the session changed."""
        named = replace(session, name=name)
        changed = (
            update(_table)
            .where(_table.c.id == session.id, _table.c.version == session.version)
            .values(sealed=sealed(named, self._cipher))
        )
        async with writing(self._engine) as connection:
            await connection.execute(changed)

    async def remove(self, telegram_id: int, session_id: str) -> None:
        """Delete it; when it was the current one, the oldest of the others becomes that."""
        mine = _table.c.telegram_id == telegram_id
        async with writing(self._engine) as connection:
            await connection.execute(delete(_table).where(mine, _table.c.id == session_id))
            left = await self._read(connection, telegram_id)
            if left and not any(one.is_current for one in left):
                await _set_current(connection, telegram_id, left[0].id)

    async def _read(self, connection: AsyncConnection, telegram_id: int) -> list[EsozSession]:
        wanted = (
            select(_table)
            .where(_table.c.telegram_id == telegram_id)
            .order_by(_table.c.signed_in_at, _table.c.id)
        )
        rows = (await connection.execute(wanted)).all()
        return [session_of(row, self._cipher) for row in rows]


def _is_replaced(known: EsozSession, new: EsozSession) -> bool:
    """The same person as the same confidant, or one that a lost key makes unreadable."""
    people = (known.person_id, known.applicant_person_id)
    return people in {(new.person_id, new.applicant_person_id), ("", "")}


async def _set_current(
    connection: AsyncConnection, telegram_id: int, session_id: str | None
) -> None:
    """Make one the current session, or none."""
    await connection.execute(
        update(_table)
        .where(_table.c.telegram_id == telegram_id)
        .values(is_current=_table.c.id == (session_id or ""))
    )


async def _hold_patient(
    connection: AsyncConnection, engine: AsyncEngine, telegram_id: int, now: datetime
) -> None:
    """Let other processes wait, so that the count is right; makes the patient's row, too."""
    row = insert_into(engine, patients).values(telegram_id=telegram_id, created_at=now)
    await connection.execute(row.on_conflict_do_nothing())
    held = select(patients.c.telegram_id).where(patients.c.telegram_id == telegram_id)
    await connection.execute(held.with_for_update())
