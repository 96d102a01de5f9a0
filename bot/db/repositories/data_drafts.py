"""What a patient typed about themselves and has not sent yet, encrypted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from bot.db.insertion import insert_into
from bot.db.my_data_tables import data_drafts
from bot.db.transaction import reading, writing
from bot.errors import Unreadable

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.services.my_data_ports import DraftKind
    from bot.services.signing_ports import Cipher


class DataDraftRepository:
    """Implements `Drafts`; what no key opens any more is no draft."""

    def __init__(self, engine: AsyncEngine, cipher: Cipher) -> None:
        self._engine = engine
        self._cipher = cipher

    async def put(
        self, telegram_id: int, kind: DraftKind, content: bytes, expires_at: datetime
    ) -> None:
        stored = {"sealed": self._cipher.seal(content), "expires_at": expires_at}
        row = insert_into(self._engine, data_drafts).values(
            telegram_id=telegram_id, kind=kind.value, **stored
        )
        keys = [data_drafts.c.telegram_id, data_drafts.c.kind]
        async with writing(self._engine) as connection:
            await connection.execute(row.on_conflict_do_update(index_elements=keys, set_=stored))

    async def get(self, telegram_id: int, kind: DraftKind, now: datetime) -> bytes | None:
        found = select(data_drafts.c.sealed).where(
            data_drafts.c.telegram_id == telegram_id,
            data_drafts.c.kind == kind.value,
            data_drafts.c.expires_at > now,
        )
        async with reading(self._engine) as connection:
            sealed: bytes | None = await connection.scalar(found)
        if sealed is None:
            return None
        try:
            return self._cipher.unseal(sealed)
        except Unreadable:
            return None

    async def remove(self, telegram_id: int, kind: DraftKind) -> None:
        gone = delete(data_drafts).where(
            data_drafts.c.telegram_id == telegram_id, data_drafts.c.kind == kind.value
        )
        async with writing(self._engine) as connection:
            await connection.execute(gone)

    async def purge(self, now: datetime) -> int:
        gone = delete(data_drafts).where(data_drafts.c.expires_at <= now)
        async with writing(self._engine) as connection:
            return (await connection.execute(gone)).rowcount
