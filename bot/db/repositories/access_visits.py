"""When a patient last looked at who may use a person's data."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from sqlalchemy import select

from bot.db.access_tables import access_visits
from bot.db.insertion import insert_into
from bot.db.transaction import writing

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncEngine


class AccessVisitRepository:
    """Every method raises Unavailable when the database fails."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def note(self, telegram_id: int, person_id: str, now: datetime) -> datetime | None:
        """Remember `now`; return the visit before it, None where there was none."""
        person = sha256(person_id.encode()).hexdigest()
        before = select(access_visits.c.seen_at).where(
            access_visits.c.telegram_id == telegram_id, access_visits.c.person == person
        )
        row = insert_into(self._engine, access_visits).values(
            telegram_id=telegram_id, person=person, seen_at=now
        )
        seen = row.on_conflict_do_update(
            index_elements=[access_visits.c.telegram_id, access_visits.c.person],
            set_={"seen_at": now},
        )
        async with writing(self._engine) as connection:
            last: datetime | None = await connection.scalar(before)
            await connection.execute(seen)
        return last
