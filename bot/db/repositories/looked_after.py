"""The people whom a patient looks after."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, delete, insert, select, update

from bot.db.reminder_rows import Seals
from bot.db.repositories.push_chats import hold_chat
from bot.db.repositories.reminder_removal import remove_appointments
from bot.db.tables import appointments, looked_after
from bot.db.transaction import reading, writing
from bot.domain.reminders import MOST_PEOPLE, Person
from bot.errors import NotFound, TooManyLookedAfter

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from sqlalchemy import ColumnElement, Row
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.db.reminder_rows import Cipher

_one = looked_after.c


class LookedAfterRepository:
    """Every method raises Unavailable when the database fails."""

    def __init__(self, engine: AsyncEngine, cipher: Cipher, most: int = MOST_PEOPLE) -> None:
        self._engine = engine
        self._seals = Seals(cipher)
        self._most = most

    async def of_patient(self, telegram_id: int) -> list[Person]:
        """All of them, oldest row first."""
        wanted = select(looked_after).where(_one.telegram_id == telegram_id).order_by(_one.id)
        async with reading(self._engine) as connection:
            rows = await connection.execute(wanted)
        return [self._person(row) for row in rows]

    async def add(
        self, telegram_id: int, name: str, birth_date: date | None, now: datetime
    ) -> Person:
        """Raises TooManyLookedAfter; the same name again is the same person."""
        async with writing(self._engine) as connection:
            await hold_chat(self._engine, connection, telegram_id, now)
            wanted = select(looked_after).where(_one.telegram_id == telegram_id)
            standing = [self._person(row) for row in await connection.execute(wanted)]
            for person in standing:
                if person.name.casefold() == name.casefold():
                    return person
            if len(standing) >= self._most:
                raise TooManyLookedAfter
            sealed = self._seals.person(name, birth_date)
            row = insert(looked_after).values(
                telegram_id=telegram_id, sealed=sealed, created_at=now
            )
            key = (await connection.execute(row.returning(_one.id))).scalar_one()
        return Person(key, name, birth_date)

    async def rename(self, telegram_id: int, person_id: int, name: str) -> Person:
        """Raises NotFound."""
        return await self._change(telegram_id, person_id, lambda one: replace(one, name=name))

    async def set_birth_date(
        self, telegram_id: int, person_id: int, birth_date: date | None
    ) -> Person:
        """Raises NotFound."""
        return await self._change(
            telegram_id, person_id, lambda one: replace(one, birth_date=birth_date)
        )

    async def _change(
        self, telegram_id: int, person_id: int, change: Callable[[Person], Person]
    ) -> Person:
        which = _is(telegram_id, person_id)
        async with writing(self._engine) as connection:
            row = (await connection.execute(select(looked_after).where(which))).one_or_none()
            if row is None:
                raise NotFound("person")
            changed = change(self._person(row))
            sealed = self._seals.person(changed.name, changed.birth_date)
            await connection.execute(update(looked_after).where(which).values(sealed=sealed))
        return changed

    async def remove(self, telegram_id: int, person_id: int) -> None:
        """Delete the person with their appointments and reminders."""
        theirs = and_(
            appointments.c.telegram_id == telegram_id, appointments.c.person_id == person_id
        )
        async with writing(self._engine) as connection:
            await remove_appointments(connection, theirs)
            await connection.execute(delete(looked_after).where(_is(telegram_id, person_id)))

    def _person(self, row: Row[Any]) -> Person:
        return self._seals.read_person(row.id, row.sealed)


def _is(telegram_id: int, person_id: int) -> ColumnElement[bool]:
    return and_(_one.telegram_id == telegram_id, _one.id == person_id)
