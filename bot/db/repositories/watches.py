"""Which doctors a patient watches: begin, list, end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select

from bot.db.insertion import insert_into
from bot.db.repositories.watch_rows import read_watches
from bot.db.tables import patients, watches
from bot.db.transaction import reading, writing
from bot.domain.watch import MOST_WATCHES
from bot.errors import TooManyWatches

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from bot.domain.directory import Doctor
    from bot.domain.watch import Watch, WatchState


class WatchRepository:
    """Every method raises Unavailable when the database fails."""

    def __init__(self, engine: AsyncEngine, most: int = MOST_WATCHES) -> None:
        self._engine = engine
        self._most = most

    async def of_patient(self, telegram_id: int) -> list[Watch]:
        """All of them, oldest first."""
        async with reading(self._engine) as connection:
            return await read_watches(connection, telegram_id)

    async def put(
        self, telegram_id: int, doctor: Doctor, state: WatchState, now: datetime
    ) -> None:
        """Begin a watch, or begin it again; raises TooManyWatches."""
        begun = {
            "doctor_key": doctor.key,
            "doctor_name": doctor.name,
            "state": state.value,
            "claimed_at": None,
            "attempts": 0,
            "told_at": None,
        }
        row = insert_into(self._engine, watches).values(
            telegram_id=telegram_id, party_id=doctor.party_id, created_at=now, **begun
        )
        async with writing(self._engine) as connection:
            await self._hold_patient(connection, telegram_id, now)
            await self._check(connection, telegram_id, doctor.party_id)
            await connection.execute(
                row.on_conflict_do_update(
                    index_elements=[watches.c.telegram_id, watches.c.party_id], set_=begun
                )
            )

    async def remove(self, telegram_id: int, party_id: str) -> None:
        """Delete a watch, and with it when the patient was last told of this doctor."""
        gone = delete(watches).where(
            watches.c.telegram_id == telegram_id, watches.c.party_id == party_id
        )
        async with writing(self._engine) as connection:
            await connection.execute(gone)

    async def _hold_patient(
        self, connection: AsyncConnection, telegram_id: int, now: datetime
    ) -> None:
        """Let other processes wait, so that the count is right.

        Makes the patient's row where there is none: whoever is to be told something can block
        the bot, and that is noted there.
        """
        row = insert_into(self._engine, patients).values(telegram_id=telegram_id, created_at=now)
        await connection.execute(row.on_conflict_do_nothing())
        held = select(patients.c.telegram_id).where(patients.c.telegram_id == telegram_id)
        await connection.execute(held.with_for_update())

    async def _check(self, connection: AsyncConnection, telegram_id: int, party_id: str) -> None:
        others = select(func.count()).where(
            watches.c.telegram_id == telegram_id, watches.c.party_id != party_id
        )
        if (await connection.scalar(others) or 0) >= self._most:
            raise TooManyWatches
