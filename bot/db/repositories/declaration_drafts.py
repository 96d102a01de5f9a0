"""Declarations that were begun, one a patient; implements DeclarationDrafts."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from bot.db.declaration_tables import declaration_drafts
from bot.db.insertion import insert_into
from bot.db.transaction import reading, writing
from bot.domain.cabinet.declaration_draft import DeclarationDraft

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

_draft = declaration_drafts.c


class DeclarationDraftRepository:
    """Every method raises Unavailable when the database fails."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def put(self, draft: DeclarationDraft) -> None:
        """Keep it in place of the patient's former one."""
        row = insert_into(self._engine, declaration_drafts).values(asdict(draft))
        changed = {"doctor": draft.doctor, "left_at": draft.left_at}
        async with writing(self._engine) as connection:
            await connection.execute(
                row.on_conflict_do_update(index_elements=["telegram_id"], set_=changed)
            )

    async def find(self, telegram_id: int) -> DeclarationDraft | None:
        wanted = select(declaration_drafts).where(_draft.telegram_id == telegram_id)
        async with reading(self._engine) as connection:
            found = (await connection.execute(wanted)).mappings().one_or_none()
        return DeclarationDraft(**found) if found else None

    async def drop(self, telegram_id: int) -> None:
        gone = delete(declaration_drafts).where(_draft.telegram_id == telegram_id)
        async with writing(self._engine) as connection:
            await connection.execute(gone)
