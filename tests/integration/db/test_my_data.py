"""Messages that show personal data, and drafts of changes, in a real database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from bot.db.cipher import FernetCipher, new_key
from bot.db.my_data_tables import data_drafts
from bot.db.repositories.data_drafts import DataDraftRepository
from bot.db.repositories.patients import PatientRepository
from bot.db.repositories.shown_data import ShownDataRepository
from bot.services.my_data_ports import DraftKind, ShownMessage

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=10)
CHAT = 7_000_000_001
TYPED = "Шевченко".encode()


@pytest.fixture
def shown(engine: AsyncEngine) -> ShownDataRepository:
    return ShownDataRepository(engine)


@pytest.fixture
def drafts(engine: AsyncEngine) -> DataDraftRepository:
    return DataDraftRepository(engine, FernetCipher([new_key()]))


async def test_messages_are_due_at_their_moment_and_not_before(
    shown: ShownDataRepository,
) -> None:
    await shown.add(ShownMessage(CHAT, 1, LATER))
    await shown.add(ShownMessage(CHAT, 2, NOW))
    await shown.add(ShownMessage(CHAT, 2, LATER))
    assert await shown.due(NOW - timedelta(seconds=1), 9) == []
    assert [one.message_id for one in await shown.due(NOW, 9)] == [2]
    assert [one.message_id for one in await shown.due(LATER, 9)] == [2, 1]
    assert [one.message_id for one in await shown.due(LATER, 1)] == [2]


async def test_only_the_named_messages_are_removed(shown: ShownDataRepository) -> None:
    for chat in (CHAT, CHAT + 1):
        for message_id in (1, 2):
            await shown.add(ShownMessage(chat, message_id, NOW))
    await shown.remove([ShownMessage(CHAT, 1, NOW)])
    await shown.remove([])
    assert [one.message_id for one in await shown.of_chat(CHAT)] == [2]
    assert [one.message_id for one in await shown.of_chat(CHAT + 1)] == [1, 2]


async def test_newest_draft_of_a_kind_is_read_until_its_time_is_over(
    drafts: DataDraftRepository,
) -> None:
    await drafts.put(CHAT, DraftKind.CHANGE, b"old", NOW)
    await drafts.put(CHAT, DraftKind.CHANGE, TYPED, LATER)
    await drafts.put(CHAT, DraftKind.PHONE, b"phone", LATER)
    assert await drafts.get(CHAT, DraftKind.CHANGE, NOW) == TYPED
    assert await drafts.get(CHAT, DraftKind.CHANGE, LATER) is None
    await drafts.remove(CHAT, DraftKind.CHANGE)
    assert await drafts.get(CHAT, DraftKind.CHANGE, NOW) is None
    assert await drafts.get(CHAT, DraftKind.PHONE, NOW) == b"phone"
    assert await drafts.purge(LATER) == 1


async def test_draft_cannot_be_read_without_the_key(
    engine: AsyncEngine, drafts: DataDraftRepository
) -> None:
    await drafts.put(CHAT, DraftKind.CHANGE, TYPED, LATER)
    async with engine.connect() as connection:
        stored = await connection.scalar(select(data_drafts.c.sealed))
    assert stored
    assert TYPED not in stored
    other = DataDraftRepository(engine, FernetCipher([new_key()]))
    assert await other.get(CHAT, DraftKind.CHANGE, NOW) is None


async def test_patient_who_is_forgotten_leaves_neither(
    engine: AsyncEngine, shown: ShownDataRepository, drafts: DataDraftRepository
) -> None:
    await shown.add(ShownMessage(CHAT, 1, LATER))
    await drafts.put(CHAT, DraftKind.CHANGE, TYPED, LATER)
    await PatientRepository(engine).forget(CHAT)
    assert await shown.of_chat(CHAT) == []
    assert await drafts.get(CHAT, DraftKind.CHANGE, NOW) is None
