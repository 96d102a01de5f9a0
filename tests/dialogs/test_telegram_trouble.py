"""Telegram refuses or breaks off: the answer arrives all the same, and others are served."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.town import Patient, Town

NUMBER = "8830-3875-8474-6820"
KINDS = ("429", "500", "drop", "garbage")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("times", [1, 2])
async def test_answer_arrives_though_sending_fails(
    town: Town, patient: Patient, kind: str, times: int
) -> None:
    await town.fault("telegram", kind, match="sendMessage", times=times)
    await patient.says("/menu")
    assert "Головне меню" in patient.text


@pytest.mark.parametrize("kind", KINDS)
async def test_screen_changes_though_editing_fails(
    town: Town, patient: Patient, kind: str
) -> None:
    await town.fault("telegram", kind, match="editMessageText", times=2)
    await patient.taps("Мої нагадування")
    assert "Мої нагадування" in patient.text


@pytest.mark.parametrize("kind", KINDS)
async def test_tap_is_answered_though_the_answer_fails(
    town: Town, patient: Patient, kind: str
) -> None:
    await town.fault("telegram", kind, match="answerCallbackQuery", times=2)
    await patient.taps("Мої нагадування")
    assert "Мої нагадування" in patient.text


@pytest.mark.parametrize("kind", KINDS)
async def test_status_arrives_though_everything_fails_once(
    town: Town, patient: Patient, kind: str
) -> None:
    for method in ("sendChatAction", "sendMessage", "editMessageText"):
        await town.fault("telegram", kind, match=method)
    await patient.says(NUMBER)
    assert "Статус: дійсне" in patient.text


@pytest.mark.parametrize("kind", KINDS)
async def test_picture_arrives_though_sending_fails(
    town: Town, patient: Patient, kind: str
) -> None:
    await patient.says(NUMBER)
    await town.fault("telegram", kind, match="sendPhoto")
    await patient.taps("Показати в реєстратурі")
    assert patient.last.kind == "photo"


async def test_bot_waits_as_long_as_telegram_asks(town: Town, patient: Patient) -> None:
    before = len(town.bot_clock.pauses)
    await town.fault("telegram", "429", match="sendMessage", retry_after=7)
    await patient.says("/menu")
    assert town.bot_clock.pauses[before:] == [7.0]


async def test_long_outage_ends_with_the_answer(town: Town, patient: Patient) -> None:
    """More failures than one round of tries has: the update is taken up again."""
    await town.fault("telegram", "500", match="sendMessage", times=4)
    await patient.says("/menu")
    assert "Головне меню" in patient.text


async def test_patient_who_blocked_the_bot_stops_nobody(town: Town, patient: Patient) -> None:
    other = await town.patient("Іван")
    await patient.does_not_wait("messages", text=NUMBER)
    await patient.does_not_wait("block", blocked=True)
    await other.says(NUMBER)
    assert "Статус: дійсне" in other.text
    await patient.looks()


async def test_refusal_of_a_blocked_chat_is_no_mistake(town: Town, patient: Patient) -> None:
    await town.fault("telegram", "403", match="sendMessage", times=1)
    await patient.says("/menu")
    assert not patient.new
    other = await town.patient("Іван")
    await other.says("/menu")
    assert "Головне меню" in other.text


async def test_patient_who_comes_back_is_served_again(patient: Patient) -> None:
    await patient.blocks()
    await patient.blocks(blocked=False)
    await patient.says(NUMBER)
    assert "Статус: дійсне" in patient.text


async def test_bot_survives_an_outage_of_polling(town: Town, patient: Patient) -> None:
    await town.fault("telegram", "500", match="getUpdates")
    await patient.says("/menu")
    assert "Головне меню" in patient.text


async def test_messages_of_one_patient_are_answered_in_order(patient: Patient) -> None:
    said = ("/menu", "/settings", "/referral", "/hotline")
    for text in said:
        await patient.does_not_wait("messages", text=text)
    await patient.looks()
    firsts = [seen.text.splitlines()[0] for seen in patient.new]
    assert firsts[0] == "Головне меню"
    assert firsts[1:3] == ["Налаштування", "Моє направлення"]
    assert "103" in firsts[3]
