"""From a checked referral to a visit, and to reminders before its last day."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from bot.db.cipher import new_key
from bot.db.engine import create_engine
from bot.domain.reminders import KYIV_ZONE, moment_of
from tests.town import town_with_bot

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.town import Patient, Town

NUMBER = "8830-3875-8474-6820"
MASKED = "8830-****-****-6820"
TOMORROW_ONLY = "3301-7789-5126-0948"
IN_WORK = "2096-7718-3405-9921"


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    async with town_with_bot(tmp_path, encryption_keys=new_key()) as town:
        yield town


@pytest.fixture
async def patient(town: Town) -> Patient:
    return await (await town.patient()).says("/start")


async def last_day(town: Town) -> date:
    rows = (await town.call("GET", "/sim/referrals"))["referrals"]
    written = next(row["expiration_date"] for row in rows if row["number"] == NUMBER)
    return date.fromisoformat(written[:10])


async def told_at(patient: Patient, day: date, at: time) -> list[str]:
    """Move the clock; gives what the bot said by itself."""
    moment = moment_of(datetime.combine(day, at), KYIV_ZONE)
    await patient.town.call("POST", "/sim/clock", {"set": moment.isoformat()})
    await patient.looks()
    return [message.text for message in patient.new]


async def keeps_number(patient: Patient) -> None:
    await patient.says(NUMBER)
    await patient.taps("Нагадати про строк")
    await patient.taps("Так, зберегти")
    assert "Збережено." in patient.text


async def stored(path: Path) -> str:
    """Return every value of every table, as the file holds it."""
    engine = create_engine(f"sqlite+aiosqlite:///{path}")
    async with engine.connect() as connection:
        names = await connection.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'table'")
        )
        values = [
            str(tuple(row))
            for (name,) in names.all()
            for row in await connection.execute(text(f'SELECT * FROM "{name}"'))  # noqa: S608 - the database's own names
        ]
    await engine.dispose()
    return "\n".join(values)


async def test_visit_is_added_from_a_referral_without_its_number(patient: Patient) -> None:
    await patient.says(NUMBER)
    await patient.taps("Додати візит")
    assert "Консультація за направленням" in patient.text
    assert "6820" not in patient.text
    await patient.says("завтра о 10")
    if "Що це і де?" in patient.text:
        await patient.taps("Пропустити")
    assert "Консультація за направленням" in patient.text
    await patient.taps("Зберегти")
    await patient.taps("Так, зберегти")
    assert "Збережено." in patient.text


async def test_number_is_kept_with_consent_and_reminded_of(patient: Patient) -> None:
    await patient.says(NUMBER)
    await patient.taps("Нагадати про строк")
    assert f"Зберегти номер {MASKED}?" in patient.text
    assert NUMBER not in patient.text
    await patient.taps("Так, зберегти")
    assert f"Направлення {MASKED}" in patient.text
    await patient.says("Мої нагадування")
    assert f"1. Направлення {MASKED}" in patient.text
    ends = await last_day(patient.town)
    for days in (30, 7, 1):
        told = await told_at(patient, ends - timedelta(days=days), time(10, 1))
        assert told == ["🔔 Нагадування: наближається важлива дата. Натисніть «Показати»."], days
    await patient.taps("Показати")
    assert f"Направлення {MASKED}" in patient.text
    await patient.taps("Використано, не нагадувати")
    assert "Номер видалено" in patient.text
    await patient.says("Мої нагадування")
    assert "Направлення" not in patient.text


async def test_number_goes_when_the_referral_is_found_used(patient: Patient) -> None:
    await keeps_number(patient)
    for action in ("use", "complete"):
        await patient.town.desk(NUMBER, action)
    await patient.says("Мої нагадування")
    await patient.taps(f"1. Направлення {MASKED}")
    await patient.taps("Перевірити зараз")
    assert "послугу надано" in patient.text
    await patient.says("Мої нагадування")
    assert "Направлення" not in patient.text


async def test_number_is_silent_after_stop_and_gone_after_deletion(patient: Patient) -> None:
    await keeps_number(patient)
    await patient.says("/stop")
    ends = await last_day(patient.town)
    assert await told_at(patient, ends - timedelta(days=7), time(10, 1)) == []
    await patient.says("/delete_my_data")
    await patient.taps("Так, видалити")
    await patient.says("Мої нагадування")
    assert "Направлення" not in patient.text


async def test_used_referral_offers_no_reminder(patient: Patient) -> None:
    await patient.says(IN_WORK)
    assert "Додати візит" in patient.buttons
    assert "Нагадати про строк" not in patient.buttons
    await patient.says("3372-9041-1865-7720")  # provided
    assert "Додати візит" not in patient.buttons


async def test_stored_number_can_be_read_by_nobody_without_the_key(
    patient: Patient, tmp_path: Path
) -> None:
    await keeps_number(patient)
    everything = await stored(tmp_path / "bot.sqlite3")
    assert str(patient.id) in everything
    for sign in (NUMBER, NUMBER.replace("-", "")):
        assert sign not in everything
