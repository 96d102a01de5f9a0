"""Declarations that were begun."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.db.repositories.declaration_drafts import DeclarationDraftRepository
from bot.domain.cabinet.declaration_draft import DeclarationDraft

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

OLENA, IVAN = 7_000_000_001, 42
DRAFT = DeclarationDraft(OLENA, 2**31 - 1, datetime(2026, 11, 22, 10, 0, tzinfo=UTC))


async def test_newer_draft_of_a_patient_takes_the_place_of_the_older(engine: AsyncEngine) -> None:
    drafts = DeclarationDraftRepository(engine)
    newer = replace(DRAFT, doctor=7, left_at=DRAFT.left_at + timedelta(days=1))
    others = replace(DRAFT, telegram_id=IVAN)
    for draft in (DRAFT, others, newer):
        await drafts.put(draft)
    assert await drafts.find(OLENA) == newer
    assert await drafts.find(IVAN) == others


async def test_draft_goes_for_good(engine: AsyncEngine) -> None:
    drafts = DeclarationDraftRepository(engine)
    await drafts.put(DRAFT)
    for _ in range(2):
        await drafts.drop(OLENA)
        assert await drafts.find(OLENA) is None
