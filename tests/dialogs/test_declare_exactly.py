"""Answers that get lost, second devices and late signatures: each ends in one clear state."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.declaring import CREATE, SIGN, YES, at_desk, changes, facility, to_question
from tests.signing_change import signs_change
from tests.signing_in import person, signs_in
from tests.town import town_with_bot

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.town import Patient, Town

SIGNED = "/actions/sign"
TO_SIGN, WAITS = "Чекає на ваш підпис", "чекаємо на заклад"
CONFIRMED = "Декларацію підтверджено"


class Country:
    """A town of these tests alone, and what was done at ЕСОЗ since the test began."""

    def __init__(self, town: Town, database: Path, before: int) -> None:
        self.town = town
        self.database = database
        self._before = before

    async def done(self) -> list[str]:
        return (await changes(self.town))[self._before :]

    async def comes(self, special: str) -> tuple[Patient, str]:
        """Somebody signed in, and their id at ЕСОЗ."""
        patient, who = await self.town.patient(), await person(self.town, special)
        await signs_in(patient, who["id"])
        return patient, who["id"]

    async def asks(self, special: str) -> tuple[Patient, str]:
        """Somebody whose request waits for the signature."""
        patient, who = await self.comes(special)
        await to_question(patient, self.database)
        await patient.taps(YES)
        assert TO_SIGN in patient.text
        return patient, who

    async def later(self, patient: Patient, **passed: float) -> str:
        """Move the clock; gives what the bot wrote by then."""
        await patient.looks()
        await self.town.advance(**passed)
        await patient.looks()
        return "\n".join(seen.text for seen in patient.new)


@pytest.fixture(scope="module")
async def exact_town(
    tmp_path_factory: pytest.TempPathFactory,
) -> AsyncIterator[tuple[Town, Path]]:
    folder = tmp_path_factory.mktemp("exact")
    async with town_with_bot(folder) as town:
        await town.learns_doctors()
        yield town, folder / "bot.sqlite3"


@pytest.fixture
async def country(exact_town: tuple[Town, Path]) -> AsyncIterator[Country]:
    town, database = exact_town
    yield Country(town, database, len(await changes(town)))
    town.world.faults.clear()


async def test_lost_answer_to_the_creation_is_found_at_once(country: Country) -> None:
    patient, who = await country.comes("age_40")
    await to_question(patient, country.database)
    await country.town.fault("esoz", "lost", match=CREATE)
    await patient.taps(YES)
    assert TO_SIGN in patient.text
    assert await country.done() == ["create"]
    assert len(await at_desk(country.town, who)) == 1


async def test_lost_answer_to_the_signature_is_found_at_once(country: Country) -> None:
    patient, who = await country.asks("no_viber")
    await patient.taps(SIGN)
    await country.town.fault("esoz", "lost", match=SIGNED)
    await signs_change(patient, who)
    assert await country.done() == ["create", "sign"]
    assert [one["status"] for one in await at_desk(country.town, who)] == ["APPROVED"]


async def test_second_device_that_signs_too_changes_nothing(country: Country) -> None:
    patient, who = await country.asks("apostrophe")
    await patient.taps(SIGN)
    other, _ = await country.comes("apostrophe")
    await other.says("декларація")
    await other.taps("Заява, яку подано")
    await other.taps(SIGN)
    await signs_change(other, who)
    await signs_change(patient, who)
    assert await country.done() == ["create", "sign"]
    await facility(country.town, who, "cosign")
    assert CONFIRMED in await country.later(patient, minutes=10)
    await other.looks()
    assert CONFIRMED in other.everything, "both are told"


async def test_signature_of_an_overtaken_request_is_not_sent(country: Country) -> None:
    patient, who = await country.asks("age_95")
    await patient.taps(SIGN)
    other, _ = await country.comes("age_95")
    await to_question(other, country.database, "THERAPIST")
    await other.taps(YES)
    assert TO_SIGN in other.text
    await signs_change(patient, who, says="Документ не підписано")
    assert "Цю заяву вже завершено" in patient.everything
    assert await country.done() == ["create", "create"]
    states = [one["status"] for one in await at_desk(country.town, who)]
    assert states == ["NEW", "CANCELLED"]
    assert "замінила новіша" in await country.later(patient, minutes=10)


async def test_word_that_esoz_uses_for_the_patients_signature_does_not_matter(
    country: Country,
) -> None:
    await country.town.call("POST", "/sim/esoz/switches", {"status_after_sign": "SIGNED"})
    patient, who = await country.asks("guardian")
    await patient.taps(SIGN)
    await signs_change(patient, who)
    await country.town.call("POST", "/sim/esoz/switches", {"status_after_sign": "APPROVED"})
    assert CONFIRMED not in await country.later(patient, minutes=10)
    await patient.says("декларація")
    await patient.taps("Заява, яку подано")
    assert WAITS in patient.text
    await facility(country.town, who, "cosign")
    assert CONFIRMED in await country.later(patient, minutes=10)


async def test_old_request_that_is_confirmed_is_heard_of_soon(country: Country) -> None:
    """It is asked about every six hours by then: the feed of events is quicker."""
    patient, who = await country.asks("parent")
    await patient.taps(SIGN)
    await signs_change(patient, who)
    await country.later(patient, days=9, minutes=5)
    await country.later(patient, minutes=10)
    await facility(country.town, who, "cosign")
    assert CONFIRMED in await country.later(patient, minutes=10)


async def test_feed_that_is_closed_to_us_only_makes_news_late(country: Country) -> None:
    patient, who = await country.asks("no_tax_id")
    await patient.taps(SIGN)
    await signs_change(patient, who)
    await country.later(patient, days=9, minutes=5)
    await country.town.fault("esoz", "403", match="/api/events", times=1000)
    await facility(country.town, who, "cosign")
    assert await country.later(patient, minutes=10) == ""
    assert CONFIRMED in await country.later(patient, hours=8)


async def test_operators_switch_leaves_the_document_as_it_came(tmp_path: Path) -> None:
    """This ЕСОЗ wants the yes in it, and refuses (esoz.md §10, row 41)."""
    async with town_with_bot(tmp_path, esoz_patient_signed=False) as town:
        await town.learns_doctors()
        country = Country(town, tmp_path / "bot.sqlite3", 0)
        patient, who = await country.asks("age_40")
        await patient.taps(SIGN)
        await signs_change(patient, who, says="Документ не підписано")
        assert "У документі немає вашої згоди" in patient.everything
