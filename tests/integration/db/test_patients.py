"""Patients who chose something."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Table, func, insert, select

from bot.db.cipher import FernetCipher, new_key
from bot.db.repositories.access_visits import AccessVisitRepository
from bot.db.repositories.appointments import AppointmentRepository
from bot.db.repositories.declaration_drafts import DeclarationDraftRepository
from bot.db.repositories.declaration_watches import DeclarationWatchRepository
from bot.db.repositories.looked_after import LookedAfterRepository
from bot.db.repositories.lookups import LookupRepository
from bot.db.repositories.number_messages import NumberMessageRepository
from bot.db.repositories.patients import PatientRepository
from bot.db.tables import (
    chat_turns,
    conversations,
    data_drafts,
    esoz_sessions,
    metadata,
    patients,
    pending_sign_ins,
    searches,
    shown_data,
    sign_sessions,
    watches,
)
from bot.domain.cabinet import RequestStatus
from bot.domain.cabinet.declaration_draft import DeclarationDraft
from bot.domain.cabinet.declaration_watch import DeclarationWatch
from bot.domain.reminders import Details, NewAppointment, ReminderSettings, due_times

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
OLENA = 7_000_000_001  # past 32 bits, as Telegram's ids are
IVAN = 42


@pytest.fixture
def repository(engine: AsyncEngine) -> PatientRepository:
    return PatientRepository(engine)


async def blocked_at(engine: AsyncEngine, telegram_id: int) -> datetime | None:
    async with engine.connect() as connection:
        moment: datetime | None = await connection.scalar(
            select(patients.c.blocked_at).where(patients.c.telegram_id == telegram_id)
        )
    return moment


async def store_everything_about(engine: AsyncEngine, telegram_id: int) -> None:
    await PatientRepository(engine).set_language(telegram_id, "uk", NOW)
    await LookupRepository(engine).take(telegram_id=telegram_id, now=NOW)
    await NumberMessageRepository(engine).add(telegram_id, 11, 10, NOW)
    await AccessVisitRepository(engine).note(telegram_id, "person", NOW)
    await DeclarationWatchRepository(engine).put(
        DeclarationWatch(telegram_id, "request", "person", RequestStatus.NEW, NOW, NOW)
    )
    await DeclarationDraftRepository(engine).put(DeclarationDraft(telegram_id, 1, NOW))
    async with engine.begin() as connection:
        await connection.execute(
            insert(conversations).values(
                key=f"fsm:{telegram_id}", telegram_id=telegram_id, data="{}", updated_at=NOW
            )
        )
        await connection.execute(
            insert(searches).values(
                id=str(telegram_id),
                telegram_id=telegram_id,
                wanted="a",
                found_keys=b"",
                kms=b"",
                is_guess=False,
                created_at=NOW,
            )
        )
        await connection.execute(
            insert(watches).values(
                telegram_id=telegram_id,
                party_id="party",
                doctor_key=1,
                doctor_name="Бондар Марія",
                state="waiting",
                created_at=NOW,
                attempts=0,
            )
        )

    await store_reminders_of(engine, telegram_id)
    await store_sign_in_of(engine, telegram_id)


async def store_sign_in_of(engine: AsyncEngine, telegram_id: int) -> None:
    whose, name = {"telegram_id": telegram_id}, str(telegram_id)
    rows: dict[Table, dict[str, object]] = {
        esoz_sessions: whose
        | {"id": name, "sealed": b"", "is_current": True, "version": 0}
        | {"signed_in_at": NOW, "used_at": NOW},
        pending_sign_ins: whose | {"state_hash": name, "sign_session": name, "expires_at": NOW},
        sign_sessions: whose
        | {"key": name, "purpose": "sign_in", "reference": "", "state": "new"}
        | {"phrase": "калина-лелека", "problem": "", "attempts": 0}
        | {"created_at": NOW, "expires_at": NOW},
        data_drafts: whose | {"kind": "change", "sealed": b"", "expires_at": NOW},
        shown_data: {"chat_id": telegram_id, "message_id": 1, "remove_at": NOW},
    }
    async with engine.begin() as connection:
        for table, row in rows.items():
            await connection.execute(insert(table).values(row))


async def store_reminders_of(engine: AsyncEngine, telegram_id: int) -> None:
    cipher = FernetCipher([new_key()])
    await LookedAfterRepository(engine, cipher).add(telegram_id, "мама", None, NOW)
    new = NewAppointment(datetime(2026, 12, 25, 10, 0), Details("кардіолог"))
    planned = due_times(new, ReminderSettings(), NOW)
    await AppointmentRepository(engine, cipher).add(telegram_id, new, planned, NOW)
    turn = {"telegram_id": telegram_id, "taken_at": NOW, "pushes": 0}
    async with engine.begin() as connection:
        await connection.execute(insert(chat_turns).values(turn))


async def owners_by_table(engine: AsyncEngine) -> dict[str, set[int]]:
    """Whose rows are in each table that knows its patient, by the names of its columns."""
    async with engine.connect() as connection:
        return {
            table.name: set(await connection.scalars(select(column)))
            for table in metadata.tables.values()
            for column in table.columns
            if column.name in {"telegram_id", "chat_id"}
        }


async def test_patient_who_chose_nothing_has_no_language(repository: PatientRepository) -> None:
    assert await repository.language(OLENA) is None


async def test_chosen_language_is_kept_and_can_change(repository: PatientRepository) -> None:
    await repository.set_language(OLENA, "uk", NOW)
    assert await repository.language(OLENA) == "uk"
    await repository.set_language(OLENA, "en", NOW + timedelta(days=1))
    assert await repository.language(OLENA) == "en"
    assert await repository.language(IVAN) is None


async def test_change_of_language_keeps_the_first_day(
    engine: AsyncEngine, repository: PatientRepository
) -> None:
    await repository.set_language(OLENA, "uk", NOW)
    await repository.set_language(OLENA, "en", NOW + timedelta(days=1))
    async with engine.connect() as connection:
        assert await connection.scalar(select(patients.c.created_at)) == NOW


async def test_block_keeps_its_first_moment_until_the_patient_writes(
    engine: AsyncEngine, repository: PatientRepository
) -> None:
    await repository.set_language(OLENA, "uk", NOW)
    await repository.mark_blocked(OLENA, NOW)
    await repository.mark_blocked(OLENA, NOW + timedelta(hours=1))
    assert await blocked_at(engine, OLENA) == NOW
    await repository.mark_reachable(OLENA)
    assert await blocked_at(engine, OLENA) is None
    assert await repository.language(OLENA) == "uk"


async def test_blocking_stores_nothing_about_who_chose_nothing(
    engine: AsyncEngine, repository: PatientRepository
) -> None:
    await repository.mark_blocked(OLENA, NOW)
    await repository.mark_reachable(OLENA)
    async with engine.connect() as connection:
        assert await connection.scalar(select(func.count()).select_from(patients)) == 0


async def test_forgotten_patient_leaves_only_the_count_of_lookups_and_others_stay(
    engine: AsyncEngine, repository: PatientRepository
) -> None:
    await store_everything_about(engine, OLENA)
    await store_everything_about(engine, IVAN)
    stored = await owners_by_table(engine)
    assert stored == {table: {OLENA, IVAN} for table in stored}, "fill the new table"
    await repository.forget(OLENA)
    left = await owners_by_table(engine)
    assert left.pop("lookups") == {OLENA, IVAN}, "emptying it would give new look-ups"
    assert left == {table: {IVAN} for table in left}
