"""What has served its time goes, and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import Table, insert, select

from bot.db.repositories.patients import PatientRepository
from bot.db.repositories.retention import RetentionRepository
from bot.db.tables import (
    conversations,
    handled_updates,
    lookups,
    number_messages,
    searches,
    watches,
)

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
MOMENTS = {"handled_at", "sent_at", "at", "updated_at", "created_at", "told_at"}
NOTHING = {
    "handled_updates": 0,
    "number_messages": 0,
    "lookups": 0,
    "conversations": 0,
    "searches": 0,
    "watches": 0,
}


def rows_of(table: Table, moments: list[datetime]) -> list[dict[str, Any]]:
    """A row for each moment; keys are counted from 1."""
    shapes: dict[str, Any] = {
        "handled_updates": lambda n, at: {"update_id": n, "handled_at": at},
        "number_messages": lambda n, at: {
            "chat_id": 1,
            "message_id": n,
            "origin_message_id": 1,
            "sent_at": at,
        },
        "lookups": lambda n, at: {"id": str(n), "telegram_id": 1, "at": at},
        "conversations": lambda n, at: {
            "key": str(n),
            "telegram_id": 1,
            "data": "{}",
            "updated_at": at,
        },
        "searches": lambda n, at: {
            "id": str(n),
            "telegram_id": 1,
            "wanted": "a",
            "found_keys": b"",
            "kms": b"",
            "is_guess": False,
            "created_at": at,
        },
        "watches": lambda n, at: {
            "telegram_id": n,
            "party_id": "party",
            "doctor_key": 1,
            "doctor_name": "Бондар Марія",
            "state": "told",
            "created_at": NOW,
            "attempts": 0,
            "told_at": at,
        },
    }
    return [shapes[table.name](n, at) for n, at in enumerate(moments, start=1)]


@pytest.mark.parametrize(
    ("table", "kept"),
    [
        pytest.param(handled_updates, timedelta(hours=48), id="handled_updates"),
        pytest.param(number_messages, timedelta(hours=48), id="number_messages"),
        pytest.param(lookups, timedelta(minutes=10), id="lookups"),
        pytest.param(conversations, timedelta(days=30), id="conversations"),
        pytest.param(searches, timedelta(days=7), id="searches"),
        pytest.param(watches, timedelta(days=30), id="watches"),
    ],
)
async def test_only_rows_past_their_time_go(
    engine: AsyncEngine, table: Table, kept: timedelta
) -> None:
    tick = timedelta(microseconds=1)
    moments = [NOW - kept - tick, NOW - kept, NOW]
    async with engine.begin() as connection:
        await connection.execute(insert(table), rows_of(table, moments))
    assert await RetentionRepository(engine).purge(NOW) == NOTHING | {table.name: 1}
    async with engine.connect() as connection:
        moment = next(c for c in reversed(table.c) if c.name in MOMENTS)
        assert sorted(await connection.scalars(select(moment))) == moments[1:]
    assert await RetentionRepository(engine).purge(NOW) == NOTHING


async def test_lookups_are_kept_as_long_as_they_count(engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        row = {"id": "1", "telegram_id": 1, "at": NOW - timedelta(minutes=30)}
        await connection.execute(insert(lookups).values(row))
    hour = timedelta(hours=1)
    assert await RetentionRepository(engine, lookup_window=hour).purge(NOW) == NOTHING


async def test_patients_stay(engine: AsyncEngine) -> None:
    patients = PatientRepository(engine)
    await patients.set_language(1, "en", NOW)
    assert await RetentionRepository(engine).purge(NOW + timedelta(days=3650)) == NOTHING
    assert await patients.language(1) == "en"
