"""Every column that holds what the operator's keys encrypt, to encrypt it with a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select, update

from bot.db.my_data_tables import data_drafts
from bot.db.reminder_tables import appointments, looked_after, reminders
from bot.db.session_tables import esoz_sessions
from bot.db.sign_tables import sign_requests, sign_sessions
from bot.db.transaction import reading, writing
from bot.errors import Unreadable

if TYPE_CHECKING:
    from sqlalchemy import Column
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.services.signing_ports import Cipher

SEALED: Final[tuple[Column[Any], ...]] = (
    esoz_sessions.c.sealed,
    sign_sessions.c.content,
    sign_sessions.c.particulars,
    sign_sessions.c.container,
    sign_requests.c.deeplink,
    data_drafts.c.sealed,
    appointments.c.sealed,
    looked_after.c.sealed,
    reminders.c.sealed,
)


class SealedColumns:
    """Raises Unavailable when the database fails; what is done by then stays done."""

    def __init__(self, engine: AsyncEngine, cipher: Cipher) -> None:
        self._engine = engine
        self._cipher = cipher

    async def reseal(self) -> tuple[int, int]:
        """Seal each value anew with the first key; count those, and those that stay unreadable.

        A value that changes meanwhile is left alone: whoever wrote it used the first key.
        """
        done, unreadable = 0, 0
        for column in SEALED:
            for key in await self._keys(column):
                try:
                    done += await self._reseal_one(column, key)
                except Unreadable:
                    unreadable += 1
        return done, unreadable

    async def _keys(self, column: Column[Any]) -> list[tuple[Any, ...]]:
        """Values are read one by one: a document to be signed is no small thing."""
        wanted = select(*column.table.primary_key).where(column.is_not(None))
        async with reading(self._engine) as connection:
            return [tuple(row) for row in await connection.execute(wanted)]

    async def _reseal_one(self, column: Column[Any], key: tuple[Any, ...]) -> int:
        is_row = [part == value for part, value in zip(column.table.primary_key, key, strict=True)]
        async with reading(self._engine) as connection:
            old = await connection.scalar(select(column).where(*is_row))
        if old is None:
            return 0
        changed = (
            update(column.table)
            .where(*is_row, column == old)
            .values({column: self._cipher.reseal(old)})
        )
        async with writing(self._engine) as connection:
            return (await connection.execute(changed)).rowcount
