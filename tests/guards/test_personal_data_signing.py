"""Whoever signs in and declares leaves no name, number or phone in what the bot says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from tests.declaring import CREATE, SIGN, YES, facility, to_question
from tests.guards.talkative import logs_of_the_bot
from tests.signing_change import signs_change, tries_to_sign
from tests.signing_in import person, signs_in
from tests.town import town_with_bot

if TYPE_CHECKING:
    from pathlib import Path

    from tests.town import Patient, Town

SIGNER, STRANGER = "no_viber", "age_40"


@dataclass(frozen=True)
class Walk:
    """What was logged and measured, and the words that must not be there."""

    log: str
    metrics: str
    canaries: tuple[str, ...]


@pytest.fixture
async def walk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Walk:
    """With answers of ЕСОЗ that get lost, and somebody else's key."""
    with logs_of_the_bot():
        async with town_with_bot(tmp_path) as town:
            await town.learns_doctors()
            signer, stranger = await person(town, SIGNER), await person(town, STRANGER)
            patient = await town.patient("Канарейка")
            await signs_in(patient, signer["id"])
            await to_question(patient, tmp_path / "bot.sqlite3")
            await town.fault("esoz", "lost", match=CREATE)
            await patient.taps(YES)
            await patient.taps(SIGN)
            link = str(patient.last.button("Відкрити сторінку підпису")["url"])
            await tries_to_sign(patient, stranger["id"], told="Це підпис іншої людини")
            await patient.says("декларація")
            await patient.taps("Заява, яку подано")
            await patient.taps(SIGN)
            await town.fault("esoz", "lost", match="/actions/sign")
            await signs_change(patient, signer["id"])
            await facility(town, signer["id"], "reject")
            await town.fault("esoz", "500", match="declaration_requests", times=9)
            await _time_passes(town, patient)
            await _time_passes(town, patient)
            metrics = await _metrics(town)
            known = {*await _known_of(town, signer), *await _known_of(town, stranger)}
    written = capsys.readouterr()
    secret = urlsplit(link).path.rpartition("/")[2]
    return Walk(written.out + written.err, metrics, (*sorted(known), secret))


async def _time_passes(town: Town, patient: Patient) -> None:
    await town.advance(minutes=10)
    await patient.looks()


async def _metrics(town: Town) -> str:
    assert town.bot
    async with town.http.get(f"http://127.0.0.1:{town.bot.web_port}/metrics") as answer:
        return await answer.text()


async def _known_of(town: Town, who: dict[str, Any]) -> set[str]:
    """What ЕСОЗ knows of a person that would name them."""
    path = f"/sim/esoz/people/{who['id']}"
    kept = (await town.call("GET", path))["person"]
    names = {kept["last_name"], kept["first_name"], kept["second_name"], kept["tax_id"]}
    phones = {phone["number"] for phone in kept["phones"]}
    papers = {paper["number"] for paper in kept["documents"]}
    return names | phones | {phone.lstrip("+") for phone in phones} | papers | {kept["secret"]}


async def test_nothing_names_whoever_signed(walk: Walk) -> None:
    for written in (walk.log, walk.metrics):
        assert not [canary for canary in walk.canaries if canary in written]
        escaped = [canary.encode("unicode_escape").decode() for canary in walk.canaries]
        assert not [canary for canary in escaped if canary in written]


async def test_log_tells_of_the_signatures_all_the_same(walk: Walk) -> None:
    """Silence would pass the test above."""
    assert "signature verified" in walk.log
    assert "signature refused" in walk.log
    assert "someone_else" in walk.log
    assert "declarations cannot be followed now" in walk.log
    assert len(walk.canaries) > 12
    assert len(walk.metrics) > 1000
