"""No log ever holds what a patient wrote, is called or sent: conversations with canary values."""

from __future__ import annotations

import logging
import re
import sqlite3
from typing import TYPE_CHECKING, Any

import pytest
import structlog

from sandbox.app import BOT_TOKEN
from tests.guards.talkative import logs_of_the_bot
from tests.town import town_with_bot

if TYPE_CHECKING:
    from pathlib import Path

    from tests.town import Patient, Town

NUMBER = "02CX-K1AM-8E84-9TTO"
NAME = "Канарейка"
TEXT = "сокровенне питання про коліно"
TAX_ID = "3184710691"
CODE = "7391"
PHONE = "+380000072727"
FILE = "таємний-аналіз.pdf"
TOO_LARGE = 10**30
FAULTS = ("429", "500", "drop", "garbage", "403", "slow")
CANARIES = (
    *(NUMBER, NUMBER.replace("-", ""), NUMBER[:9], NUMBER[-9:]),
    *(NAME, TEXT, "сокровенне", TAX_ID, PHONE, PHONE.lstrip("+"), FILE),
)
CODE_BY_ITSELF = re.compile(rf"(?<![0-9A-Za-z]){CODE}(?![0-9A-Za-z])")  # no part of a time or id


@pytest.fixture
async def logged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Everything that was logged in conversations with canaries, over a bot's whole life."""
    with logs_of_the_bot():
        async with town_with_bot(tmp_path, esoz_timeout_seconds=0.5) as town:
            patient = await town.patient(NAME)
            await _ordinary(patient)
            await _with_outages(town, patient)
            await _with_mistakes(town, patient)
            await _without_database(town, patient, tmp_path / "bot.sqlite3")
            secrets = town.world.bot_settings(0)
    written = capsys.readouterr()
    logged = written.out + written.err
    assert BOT_TOKEN not in logged
    assert secrets["ESOZ_REFERRAL_TOKEN"] not in logged
    assert secrets["ESOZ_API_KEY"] not in logged
    return logged


async def _ordinary(patient: Patient) -> None:
    for text in ("/start", TEXT, f"/start {NUMBER[:4]}", f"ІПН {TAX_ID}", f"код {CODE}"):
        await patient.says(text)
    await patient.sends(contact={"phone_number": PHONE})
    await patient.sends(document={"file_name": FILE, "base64": "YQ=="})
    await patient.says(f"моє направлення {NUMBER}")
    for button in ("Перевірити ще раз", "Показати в реєстратурі", "Прибрати номер із чату"):
        await patient.taps(button)
    await patient.says(NUMBER[:-1])


async def _with_outages(town: Town, patient: Patient) -> None:
    for kind in FAULTS:
        await town.fault("esoz", kind, times=12)
        await patient.says(NUMBER)
        town.world.faults.clear()
    for kind in ("429", "500", "drop", "garbage", "403"):
        for method in ("sendMessage", "editMessageText", "answerCallbackQuery"):
            await town.fault("telegram", kind, match=method)
        await patient.says(NUMBER)
        town.world.faults.clear()


async def _with_mistakes(town: Town, patient: Patient) -> None:
    """Handlers that fail: on what a button carries, and on what it leads to."""
    signs = NUMBER.replace("-", "")
    for data in (f"ref1:check:{signs}:{TOO_LARGE}", f"old7:{signs}", f"topic1:{CODE}::0"):
        keyboard: dict[str, Any] = {
            "inline_keyboard": [[{"text": "Кнопка", "callback_data": data}]]
        }
        await town.as_bot("sendMessage", chat_id=patient.id, text="?", reply_markup=keyboard)
        await patient.looks()
        await patient.taps("Кнопка")


async def _without_database(town: Town, patient: Patient, database: Path) -> None:
    await town.learns_doctors()  # no sync writes beside us
    with sqlite3.connect(database) as connection:
        names = connection.execute("select name from sqlite_master where type = 'table'")
        for (name,) in names.fetchall():
            connection.execute(f'drop table "{name}"')
    connection.close()
    await patient.says(f"{NUMBER} {TEXT}")
    await town.last_call()


async def test_log_holds_nothing_of_a_patient(logged: str) -> None:
    assert not [canary for canary in CANARIES if canary in logged]
    assert not CODE_BY_ITSELF.search(logged)
    escaped = [canary.encode("unicode_escape").decode() for canary in (NAME, TEXT, FILE)]
    assert not [canary for canary in escaped if canary in logged]


async def test_log_really_tells_of_what_went_wrong(logged: str) -> None:
    """Silence would pass the test above."""
    for said in ("unexpected error", "esoz_refused", "own records cannot be reached"):
        assert said in logged
    assert "OverflowError" in logged, "the kind of an error is told, its words are not"
    assert '"level": "debug"' in logged, "nothing below INFO was captured"


def test_words_of_an_error_are_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    with logs_of_the_bot():
        for log in (structlog.get_logger("bot.x"), logging.getLogger("library")):
            try:
                _fail()
            except ValueError:
                log.exception("it failed")
    written = capsys.readouterr().out
    assert written.count("it failed") == 2
    assert written.count("ValueError from KeyError") == 2
    assert NUMBER not in written


def _fail() -> None:
    try:
        dict[str, str]()[NUMBER]
    except KeyError as error:
        raise ValueError(f"wrong number {NUMBER}") from error
