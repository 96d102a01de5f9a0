"""A clinic's own message in the chat: forwarded or pasted, it becomes a visit or ends one."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from bot.db.cipher import new_key
from bot.domain.reminders import KYIV_ZONE, moment_of
from tests.town import town_with_bot

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.town import Patient

BOOKED = (
    "Ваш запис підтверджено!\nДата: 27.11.2026\nЧас: 12:00\nЛікар: Калина Олена, кардіолог\n"
    "Клініка «Зелена гілка», вул. Ясна, 12\nПрийдіть натще.\nТел: 044 123 45 67\n"
    "Код візиту: 48213. Деталі: https://zapys.example.com/a/9f3k2"
)


@pytest.fixture
async def patient(tmp_path: Path) -> AsyncIterator[Patient]:
    """Whose wall clock shows 11:30 of Wednesday, 25 November 2026."""
    async with town_with_bot(tmp_path, encryption_keys=new_key()) as town:
        patient = await town.patient()
        moment = moment_of(datetime(2026, 11, 25, 11, 30), KYIV_ZONE)
        await town.call("POST", "/sim/clock", {"set": moment.isoformat()})
        await patient.says("/start")
        yield patient


async def keeps(patient: Patient, text: str) -> None:
    await patient.says(text)
    await patient.taps("Зберегти")
    if "Так, зберегти" in patient.buttons:
        await patient.taps("Так, зберегти")
    assert "Збережено." in patient.text


async def test_forwarded_booking_is_shown_to_confirm_and_kept(patient: Patient) -> None:
    await patient.sends(text=BOOKED, forward=True)
    assert "Ось що я зрозумів" in patient.text
    assert "о 12:00" in patient.text
    assert "Калина Олена" in patient.text
    assert "«Зелена гілка», вул. Ясна, 12" in patient.text
    assert "Пам'ятайте: Прийдіть натще" in patient.text
    assert "Телефон: 044 123 45 67" in patient.text
    assert not any(secret in patient.text for secret in ("48213", "http", "9f3k2"))
    await patient.taps("Зберегти")
    await patient.taps("Так, зберегти")
    assert "Збережено." in patient.text


async def test_moved_and_cancelled_booking_find_their_visit(patient: Patient) -> None:
    await keeps(patient, BOOKED)
    await patient.says("Ваш запис перенесено з 27.11.2026 12:00 на 30.11.2026 15:30")
    assert "30 листопада, понеділок, о 15:30" in patient.text
    assert "Калина Олена" in patient.text
    await patient.taps("Зберегти")
    await patient.says("Мої нагадування")
    assert "1. 30 листопада, 15:30" in " ".join(patient.buttons)
    assert "2." not in " ".join(patient.buttons), "moved, and not kept twice"
    await patient.says("На жаль, Ваш запис на 30.11.2026 о 15:30 скасовано.")
    assert "Скасувати цей візит?" in patient.text
    await patient.taps("Так, скасувати")
    assert "Скасовано." in patient.text
    await patient.says("Ваш візит 5 грудня о 10:00 скасовано.")
    assert "немає вашого візиту" in patient.text


async def test_two_visits_of_a_cancelled_day_are_asked_about(patient: Patient) -> None:
    await keeps(patient, "27.11 о 10:00 окуліст")
    await keeps(patient, "27.11 о 12:00 лор")
    await patient.says("Ваш візит 27 листопада скасовано.")
    assert "Який це ваш візит?" in patient.text
    await patient.taps("2. 27 листопада, 12:00, лор")
    assert "Скасувати цей візит?" in patient.text
    assert "Лор" in patient.text


async def test_advertisement_is_no_visit(patient: Patient) -> None:
    await patient.says("Знижка 20% на УЗД 27.11.2026 о 10:00! Запис за тел. 0441234567")
    assert "Ось що я зрозумів" not in patient.text
