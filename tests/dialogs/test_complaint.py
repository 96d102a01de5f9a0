"""The complaint helper: six questions, one text, and nothing is kept."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.town import Patient, Town

NAME = "Бондар Оксана Іванівна, 12.03.1956"


async def _answers_all_but_the_name(patient: Patient) -> None:
    await patient.says("/start paper-demanded")
    await patient.taps("Скласти скаргу")
    assert "Я нічого не зберігаю" in patient.text
    await patient.taps("Почати")
    assert "Крок 1 з 6" in patient.text
    await patient.taps("Вимагали паперову копію")
    await patient.taps("Учора")
    await patient.says("Поліклініка <№ 2>, Львів")
    await patient.says("реєстраторка Петренко")
    await patient.says("запис до окуліста")
    assert "Крок 6 з 6" in patient.text


async def test_answers_become_a_text_that_can_be_sent(patient: Patient) -> None:
    await _answers_all_but_the_name(patient)
    await patient.says(NAME)
    for said in (
        f"Від: {NAME}",
        "Коли: 23 листопада 2026 року.",
        "Заклад: Поліклініка <№ 2>, Львів.",
        "Працівник: реєстраторка Петренко.",
        "Потрібна послуга: запис до окуліста.",
        "вимагали паперову копію електронного направлення",
        "nszu.gov.ua",
        "16-77",
    ):
        assert said in patient.text
    assert patient.last.button("Відкрити сайт")["url"] == "https://nszu.gov.ua"
    await patient.says("ще одне слово")
    assert "СКАРГА" not in patient.text, "the complaint is over"


async def test_nothing_of_a_complaint_is_left_in_the_database(
    own_patient: Patient, tmp_path: Path
) -> None:
    await _answers_all_but_the_name(own_patient)
    assert "Петренко" in _conversations(tmp_path), "the test looks at the wrong place"
    await own_patient.says(NAME)
    assert "[]" in _conversations(tmp_path)
    assert "Оксана Іванівна".encode() not in _bytes_of(tmp_path), "a name is never written down"


async def test_complaint_that_is_left_alone_is_forgotten_within_two_hours(
    own_town: Town, own_patient: Patient, tmp_path: Path
) -> None:
    await _answers_all_but_the_name(own_patient)
    await own_town.advance(minutes=61)
    assert _conversations(tmp_path) == "[]"
    await own_patient.taps("Впишу самостійно")
    assert "Цю скаргу вже не складаємо" in own_patient.text


def _bytes_of(folder: Path) -> bytes:
    """The database as it lies on the disk, with what is not yet merged into it."""
    return b"".join(path.read_bytes() for path in folder.glob("bot.sqlite3*"))


def _conversations(folder: Path) -> str:
    with sqlite3.connect(folder / "bot.sqlite3") as connection:
        rows = connection.execute("select state, data from conversations").fetchall()
    connection.close()
    return str(rows)


async def test_whoever_does_not_know_or_opens_the_menu_is_let_go(patient: Patient) -> None:
    await patient.says("скласти скаргу")
    await patient.taps("Почати")
    await patient.taps("Щось інше")
    await patient.says("грубо відповіли")
    await patient.says("20 листопада")
    await patient.says("Лікарня")
    await patient.taps("Не знаю, далі")
    await patient.taps("Не знаю, далі")
    await patient.taps("Впишу самостійно")
    assert "Від: [ім'я, дата народження, телефон]" in patient.text
    assert "Працівник: [вписати]" in patient.text


async def test_whoever_does_not_want_to_go_on_is_forgotten_at_once(patient: Patient) -> None:
    await patient.says("/start write-complaint")
    await patient.taps("Почати")
    await patient.taps("Не складати")
    assert "Ваші відповіді забуто" in patient.text
    await patient.taps("☰ Меню")
    assert "Головне меню" in patient.text


@pytest.mark.parametrize(
    "content",
    [
        pytest.param({"photo": True}, id="photo"),
        pytest.param({"location": {"latitude": 50.4, "longitude": 30.5}}, id="location"),
        pytest.param({"text": "?"}, id="one sign"),
    ],
)
async def test_answer_of_another_kind_is_asked_for_again(
    patient: Patient, content: dict[str, object]
) -> None:
    await patient.says("/start write-complaint")
    await patient.taps("Почати")
    await patient.taps("Просили гроші")
    await patient.taps("Сьогодні")
    await patient.sends(**content)
    assert "Який це заклад?" in patient.text
    assert "словами" in patient.text


async def test_english_speaker_gets_a_ukrainian_text(patient: Patient) -> None:
    await patient.taps("English")
    await patient.says("/start write-complaint")
    await patient.taps("Begin")
    await patient.taps("They asked for money")
    await patient.taps("Today")
    await patient.says("Clinic 5, Kyiv")
    await patient.taps("I do not know, go on")
    await patient.taps("I do not know, go on")
    await patient.taps("I will fill it in myself")
    assert "The text is ready" in patient.text
    assert "До Національної служби здоров'я України" in patient.text
    assert "24 листопада 2026 року" in patient.text
