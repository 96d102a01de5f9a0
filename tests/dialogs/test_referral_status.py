"""Every pair of statuses that ЕСОЗ may give a referral, in the words that a patient gets."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.town import Patient, Town

VALID = ("дійсне, ще не використане", "зателефонуйте в заклад")
IN_WORK = ("взято в роботу закладом", "зателефонуйте в цей заклад")
PROVIDED = ("послугу надано, направлення закрите", "нове направлення")
EXPIRED = ("строк минув", "попросіть лікаря створити нове")
RECALLED = ("відкликане лікарем", "зателефонуйте лікарю, який його створив")
CANCELLED = ("скасоване як помилкове", "номер виправленого направлення")
NO_PROGRAM = ("дійсне, але без програми медичних гарантій", "нове направлення за програмою")

# The number, and what the patient reads: the status and the one next step.
STATUSES = {
    "active and new": ("8830-3875-8474-6820", VALID),
    "active and new, with letters": ("02CX-K1AM-8E84-9TTO", VALID),
    "active and new, expires tomorrow": ("3301-7789-5126-0948", VALID),
    "active and new, of a child": ("4059-2286-7713-9404", VALID),
    "active and in progress elsewhere": ("2096-7718-3405-9921", IN_WORK),
    "active and in progress here": ("5150-2284-6097-3318", IN_WORK),
    "active and in queue": ("6637-2045-8819-5530", IN_WORK),
    "active, in progress, past its date": ("1128-9954-6037-4471", IN_WORK),
    "active without a programme": ("2659-1183-0742-6694", NO_PROGRAM),
    "active and new, past its date": ("4870-3316-9258-1107", EXPIRED),
    "completed": ("3372-9041-1865-7720", PROVIDED),
    "completed, programme still in progress": ("5528-9013-7764-2197", PROVIDED),
    "completed without a programme": ("8013-6675-1249-5582", PROVIDED),
    "recalled by the doctor": ("7741-5208-9936-0415", RECALLED),
    "recalled while in progress": ("2487-3350-9916-7048", RECALLED),
    "recalled without a programme": ("9961-0428-5537-1863", RECALLED),
    "recalled by the system": ("6085-1397-2240-8856", EXPIRED),
    "recalled by the system, no programme": ("7350-4492-8106-6627", EXPIRED),
    "entered in error": ("9126-4470-8351-2603", CANCELLED),
    "entered in error after completion": ("3714-8859-2063-1195", CANCELLED),
    "entered in error without a programme": ("1402-7736-9985-5310", CANCELLED),
}

# Numbers of one service of each category that has a known number.
SERVICES = {
    "counselling": ("8830-3875-8474-6820", "консультація"),
    "laboratory_procedure": ("4417-0926-5583-1174", "лабораторний аналіз"),
    "imaging": ("7HE3-P0KM-94XA-1B6T", "обстеження зі знімками"),
    "diagnostic_procedure": ("9472-0631-1584-7765", "діагностичне обстеження"),
    "hospitalization": ("5813-4697-2206-3390", "лікування в лікарні"),
    "transfer": ("2745-8803-6619-1052", "переведення до іншого закладу"),
    "of no dictionary": ("6218-5907-3344-8871", "медична послуга"),
}

MONTHS = (
    "січня",
    "лютого",
    "березня",
    "квітня",
    "травня",
    "червня",
    "липня",
    "серпня",
    "вересня",
    "жовтня",
    "листопада",
    "грудня",
)


@pytest.mark.parametrize(("number", "words"), STATUSES.values(), ids=STATUSES)
async def test_status_is_told_in_plain_words_with_the_next_step(
    patient: Patient, number: str, words: tuple[str, str]
) -> None:
    status, next_step = words
    await patient.says(number)
    assert f"Статус: {status}\n" in f"{patient.text}\n"
    assert f"Далі: {next_step}" in patient.text or next_step in patient.text.partition("Далі:")[2]
    assert patient.text.count("Далі:") == 1, "one next step, not several"


@pytest.mark.parametrize("number", [number for number, _ in STATUSES.values()], ids=STATUSES)
async def test_answer_says_when_it_was_checked_and_where_it_was_read(
    patient: Patient, number: str
) -> None:
    await patient.says(number)
    now = patient.town.world.clock.now()
    assert "Перевірено в електронній системі" in patient.text
    assert f"{now.day} {MONTHS[now.month - 1]}" in patient.text
    assert "Джерело: " in patient.text


@pytest.mark.parametrize(("number", "service"), SERVICES.values(), ids=SERVICES)
async def test_kind_of_service_is_told(patient: Patient, number: str, service: str) -> None:
    await patient.says(number)
    assert f"Послуга: {service}" in patient.text


@pytest.mark.parametrize("number", ["8830-3875-8474-6820", "02CX-K1AM-8E84-9TTO"])
async def test_validity_is_the_date_that_the_system_counts_by(
    town: Town, patient: Patient, number: str
) -> None:
    rows = (await town.call("GET", "/sim/referrals"))["referrals"]
    written = next(row["expiration_date"] for row in rows if row["number"] == number)
    year, month, day = (int(part) for part in written[:10].split("-"))
    await patient.says(number)
    assert f"Діє до {day} {MONTHS[month - 1]} {year} року включно" in patient.text


async def test_validity_of_the_last_day_is_tomorrow_and_inclusive(patient: Patient) -> None:
    await patient.says("3301-7789-5126-0948")
    tomorrow = patient.town.world.clock.now() + timedelta(days=1)
    assert f"Діє до {tomorrow.day} {MONTHS[tomorrow.month - 1]}" in patient.text


async def test_expired_referral_was_valid_until_a_day(patient: Patient) -> None:
    await patient.says("4870-3316-9258-1107")
    yesterday = patient.town.world.clock.now() - timedelta(days=1)
    assert f"Діяло до {yesterday.day} {MONTHS[yesterday.month - 1]}" in patient.text


@pytest.mark.parametrize("number", ["3372-9041-1865-7720", "7741-5208-9936-0415"])
async def test_closed_referral_has_no_validity(patient: Patient, number: str) -> None:
    await patient.says(number)
    assert "включно" not in patient.text


async def test_date_that_is_past_is_no_date_until_which_something_is_valid(
    patient: Patient,
) -> None:
    await patient.says("1128-9954-6037-4471")
    assert "Діє до" not in patient.text


async def test_urgent_referral_says_so(patient: Patient) -> None:
    await patient.says("9472-0631-1584-7765")
    assert "термінове" in patient.text
    await patient.says("8830-3875-8474-6820")
    assert "термінове" not in patient.text


async def test_number_is_not_repeated_in_full_once_it_is_found(patient: Patient) -> None:
    await patient.says("8830-3875-8474-6820")
    assert "8830-****-****-6820" in patient.text
    assert not [seen for seen in patient.new if "8830-3875-8474-6820" in seen.text]


async def test_status_changes_when_the_desk_takes_the_referral(own_patient: Patient) -> None:
    number = "8830-3875-8474-6820"
    steps = {
        "use": "взято в роботу закладом",
        "release": "дійсне, ще не використане",
        "complete": "послугу надано",
    }
    await own_patient.says(number)
    assert "Статус: дійсне" in own_patient.text
    for action, status in steps.items():
        if action == "complete":
            await own_patient.town.desk(number, "use")
        await own_patient.town.desk(number, action)
        await own_patient.taps("Перевірити ще раз")
        assert f"Статус: {status}" in own_patient.text


async def test_second_look_edits_the_answer_in_place(patient: Patient) -> None:
    await patient.says("8830-3875-8474-6820")
    answer = patient.last
    await patient.taps("Перевірити ще раз")
    assert not patient.new
    assert patient.last.id == answer.id


async def test_more_about_the_status_opens_below_and_leaves_the_answer(patient: Patient) -> None:
    await patient.says("8830-3875-8474-6820")
    answer = patient.last
    await patient.taps("Докладніше")
    assert "Джерело: " in patient.new[0].text
    assert answer.text in patient.everything
    assert "☰ Меню" in patient.buttons
