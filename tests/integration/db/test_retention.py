"""What has served its time goes, and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import Table, insert, select

from bot.db.repositories.patients import PatientRepository
from bot.db.repositories.retention import RetentionRepository
from bot.db.tables import (
    access_visits,
    appointments,
    chat_turns,
    conversations,
    declaration_drafts,
    declaration_watches,
    esoz_sessions,
    handled_updates,
    lookups,
    number_messages,
    reminder_attempts,
    reminders,
    searches,
    sign_sessions,
    used_signatures,
    watches,
)

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
MOMENTS = {
    "handled_at",
    "sent_at",
    "at",
    "updated_at",
    "created_at",
    "told_at",
    "ended_at",
    "used_at",
    "seen_at",
    "left_at",
    "settled_at",
    "taken_at",
    "starts_at",
}
NOTHING = {
    "handled_updates": 0,
    "number_messages": 0,
    "lookups": 0,
    "conversations": 0,
    "searches": 0,
    "sign_sessions": 0,
    "used_signatures": 0,
    "access_visits": 0,
    "declaration_drafts": 0,
    "declaration_watches": 0,
    "operator_sessions": 0,
    "esoz_sessions": 0,
    "pending_sign_ins": 0,
    "watches": 0,
    "reminder_attempts": 0,
    "reminders": 0,
    "appointments": 0,
    "chat_turns": 0,
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
        "sign_sessions": lambda n, at: {
            "key": str(n),
            "telegram_id": 1,
            "purpose": "sign_in",
            "reference": "",
            "state": "expired",
            "phrase": "калина-лелека",
            "problem": "",
            "attempts": 0,
            "created_at": NOW,
            "expires_at": NOW,
            "ended_at": at,
            "told_at": at,
        },
        "access_visits": lambda n, at: {"telegram_id": n, "person": "hash", "seen_at": at},
        "used_signatures": lambda n, at: {"signature_hash": str(n), "used_at": at},
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
        "esoz_sessions": lambda n, at: {
            "id": str(n),
            "telegram_id": 1,
            "sealed": b"",
            "is_current": False,
            "version": 0,
            "signed_in_at": NOW,
            "used_at": at,
        },
        "declaration_drafts": lambda n, at: {"telegram_id": n, "doctor": 1, "left_at": at},
        "declaration_watches": lambda n, at: {
            "telegram_id": n,
            "request_id": "request",
            "person": "hash",
            "status": "new",
            "created_at": at,
            "ask_at": NOW,
            "nudges": 0,
            "is_sign_in_told": False,
        },
        "appointments": lambda n, at: {
            "telegram_id": n,
            "kind": "visit",
            "status": "active",
            "wall": "2026-11-22T12:00:00",
            "zone": "Europe/Kyiv",
            "is_second": False,
            "starts_at": at,
            "sealed": b"",
            "revision": 0,
            "created_at": NOW,
        },
        "chat_turns": lambda n, at: {"telegram_id": n, "taken_at": at, "pushes": 0},
        "reminder_attempts": lambda n, at: {
            "reminder_id": n,
            "number": 1,
            "ended_at": at,
            "outcome": "sent",
        },
        "reminders": lambda n, at: {
            "telegram_id": n,
            "lead": "own",
            "wall": "2026-11-22T12:00:00",
            "zone": "Europe/Kyiv",
            "due_at": NOW,
            "expires_at": NOW,
            "attempts": 1,
            "status": "sent",
            "settled_at": at,
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
        pytest.param(sign_sessions, timedelta(days=1), id="sign_sessions"),
        pytest.param(used_signatures, timedelta(days=30), id="used_signatures"),
        pytest.param(access_visits, timedelta(days=365), id="access_visits"),
        pytest.param(esoz_sessions, timedelta(days=90), id="esoz_sessions"),
        pytest.param(declaration_drafts, timedelta(days=7), id="declaration_drafts"),
        pytest.param(declaration_watches, timedelta(days=90), id="declaration_watches"),
        pytest.param(appointments, timedelta(days=180), id="appointments"),
        pytest.param(chat_turns, timedelta(days=2), id="chat_turns"),
        pytest.param(reminder_attempts, timedelta(days=30), id="reminder_attempts"),
        pytest.param(reminders, timedelta(days=30), id="reminders"),
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
        found = [c for c in reversed(table.c) if c.name in MOMENTS]
        moment = next((c for c in found if c.name == "starts_at"), found[0])
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


async def test_number_of_a_referral_goes_a_day_after_it_ended(engine: AsyncEngine) -> None:
    ends = [NOW - timedelta(hours=25), NOW - timedelta(hours=23)]
    rows = [row | {"kind": "referral"} for row in rows_of(appointments, ends)]
    async with engine.begin() as connection:
        await connection.execute(insert(appointments), rows)
    removed = await RetentionRepository(engine).purge(NOW)
    assert removed["appointments"] == 1
