"""What is stored about a patient, and how it is deleted."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from bot.content import topic

if TYPE_CHECKING:
    from pathlib import Path

    from tests.town import Patient, Town


async def test_deletion_is_asked_twice_and_can_be_left(patient: Patient) -> None:
    await patient.taps("Налаштування")
    await patient.taps("Видалити мої дані")
    assert "?" in patient.text
    assert patient.last.button("Так, видалити")["style"] == "danger"
    await patient.taps("← Назад")
    assert "Налаштування" in patient.text


async def test_forgotten_patient_is_told_what_is_left(patient: Patient) -> None:
    await patient.taps("English")
    await patient.taps("Delete what is stored")
    await patient.taps("Yes, delete")
    assert "Nothing about you is stored any more" in patient.text
    await patient.says("/menu")
    assert "Головне меню" in patient.text, "the choice of a language is forgotten, too"


async def test_forgotten_patient_leaves_no_row_but_the_count_of_look_ups(
    own_town: Town, tmp_path: Path
) -> None:
    patient = await own_town.patient()
    await patient.says("/start")
    await patient.taps("English")
    await patient.says("8830-3875-8474-6820")
    await patient.says("/referral")
    assert _tables_that_know(tmp_path / "bot.sqlite3", patient.id) == {
        "conversations",
        "lookups",
        "number_messages",
        "patients",
    }
    await patient.says("/delete_my_data")
    await patient.taps("Yes, delete")
    assert _tables_that_know(tmp_path / "bot.sqlite3", patient.id) == {"lookups"}


def _tables_that_know(database: Path, telegram_id: int) -> set[str]:
    """Tables with a row in which the patient's id stands."""
    with sqlite3.connect(database) as connection:
        names = connection.execute("select name from sqlite_master where type = 'table'")
        tables = [name for (name,) in names]
        rows = {
            name: connection.execute(f'select * from "{name}"').fetchall()  # noqa: S608 - our own table names
            for name in tables
        }
    connection.close()
    wanted = str(telegram_id)
    return {name for name, found in rows.items() if any(wanted in str(row) for row in found)}


async def test_database_never_holds_a_number_a_name_or_a_text(
    own_town: Town, tmp_path: Path
) -> None:
    patient = await own_town.patient("Квітослава")
    await patient.says("/start")
    await patient.says("моє направлення 02CX-K1AM-8E84-9TTO болить коліно")
    await patient.taps("Показати в реєстратурі")
    await patient.taps("Моє направлення")
    stored = _bytes_of(tmp_path)
    assert b"number_messages" in stored, "this is not the database"
    for secret in ("02CX", "02CXK1AM", "9TTO", "Квітослава", "коліно"):
        assert secret.encode() not in stored


def _bytes_of(folder: Path) -> bytes:
    """The database as it lies on the disk, with what is not yet merged into it."""
    return b"".join(path.read_bytes() for path in folder.glob("bot.sqlite3*"))


@pytest.mark.parametrize("slug", ["settings-what-stored", "about-bot"])
async def test_settings_explain_themselves(patient: Patient, slug: str) -> None:
    await patient.taps("Налаштування")
    await patient.taps(topic(slug).short.uk)
    assert topic(slug).title.uk in patient.text
    await patient.taps("← Назад")
    assert "☰ Меню" in patient.text or "меню" in patient.text
