"""The invented people, referrals, messages and doctors."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from sandbox.clock import SandboxClock
from sandbox.esoz.categories import CATEGORIES
from sandbox.esoz.invent_referrals import invent_referrals
from sandbox.esoz.people import invent_people
from sandbox.esoz.rnokpp import is_rnokpp

if TYPE_CHECKING:
    from tests.integration.sandbox_esoz.conftest import World

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
LEAP_DAY = datetime(2028, 2, 29, 9, tzinfo=UTC)
PAIRS = {
    ("active", "new"),
    ("active", "in_progress"),
    ("active", "in_queue"),
    ("active", None),
    ("completed", "completed"),
    ("completed", "in_progress"),
    ("completed", None),
    ("recalled", "new"),
    ("recalled", "in_progress"),
    ("recalled", None),
    ("entered_in_error", "new"),
    ("entered_in_error", "completed"),
    ("entered_in_error", None),
}


async def test_list_of_people_has_exactly_the_fields_of_the_design(world: World) -> None:
    people = await world.sim("people")
    assert len(people) >= 60
    for row in people:
        assert list(row) == [
            "id",
            "last_name",
            "first_name",
            "second_name",
            "birth_date",
            "tax_id",
            "special",
        ]
    assert people[0]["special"] == "age_40"


@pytest.mark.parametrize("now", [NOW, LEAP_DAY])
def test_tax_ids_agree_with_birth_date_and_sex(now: datetime) -> None:
    people = invent_people(now.date())
    tax_ids = [person.tax_id for person in people if person.tax_id]
    assert len(set(tax_ids)) == len(tax_ids)
    for person in people:
        if person.tax_id:
            assert is_rnokpp(person.tax_id)
            born = date(1899, 12, 31) + timedelta(days=int(person.tax_id[:5]))
            assert born == person.birth_date
            assert int(person.tax_id[8]) % 2 == person.is_male


@pytest.mark.parametrize(
    ("text", "is_valid"),
    [
        ("3999869394", True),
        ("2659719350", True),
        ("3000080053", True),
        ("3126509816", False),
        ("1234567890", False),
        ("0000000000", False),
        ("9000000002", False),
        ("399986939", False),
    ],
)
def test_checksum_is_the_one_of_esoz(text: str, is_valid: bool) -> None:
    assert is_rnokpp(text) is is_valid


@pytest.mark.parametrize("now", [NOW, LEAP_DAY])
def test_special_cases_have_the_age_that_they_are_named_for(now: datetime) -> None:
    people = {person.special: person for person in invent_people(now.date())}
    ages = {name: person.age_on(now.date()) for name, person in people.items()}
    assert ages["age_13"] == 13
    assert ages["age_14_without_document"] == 14
    assert ages["age_16_with_legal_capacity_document"] == 16
    assert ages["age_17_99"] == 17
    assert people["age_17_99"].age_on(now.date() + timedelta(days=7)) == 18
    assert ages["age_18"] == 18
    assert ages["age_40"] == 40
    assert ages["age_95"] == 95
    assert "LEGAL_CAPACITY_DOCUMENT" in people["age_16_with_legal_capacity_document"].documents
    assert not people["not_verified"].is_verified
    assert people["represented_adult"].confidant
    assert people["no_tax_id"].tax_id is None


def test_people_are_of_every_age_and_have_phones_that_are_clearly_invented() -> None:
    people = invent_people(NOW.date())
    ages = {person.age_on(NOW.date()) for person in people}
    assert {0, 95} <= ages <= set(range(96))
    assert {person.auth_method.value for person in people} == {
        "OTP",
        "OFFLINE",
        "NA",
        "THIRD_PERSON",
    }
    phones = [person.phone for person in people if person.phone]
    assert len(set(phones)) == len(phones)
    assert all(re.fullmatch(r"\+3805000000\d\d", phone) for phone in phones)


def test_names_agree_in_gender() -> None:
    for person in invent_people(NOW.date()):
        if person.name.second:
            assert person.name.second.endswith("ич" if person.is_male else "на")


async def test_list_of_referrals_shows_every_state_and_category(world: World) -> None:
    rows = await world.sim("referrals")
    assert len(rows) >= 200
    assert {(row["status"], row["program_processing_status"]) for row in rows} == PAIRS
    assert {row["category"] for row in rows} == {category.code for category in CATEGORIES}
    assert list(rows[0]) == [
        "number",
        "status",
        "program_processing_status",
        "category",
        "expiration_date",
        "person_id",
        "label",
    ]
    assert (rows[0]["number"], rows[0]["label"]) == ("8830-3875-8474-6820", "нове, консультація")
    assert all(re.search("[а-яіїєґ]", row["label"]) for row in rows)
    people = {row["id"] for row in await world.sim("people")}
    assert {row["person_id"] for row in rows} <= people


async def test_numbers_are_of_both_alphabets_and_some_are_shared(world: World) -> None:
    counts = Counter(row["number"] for row in await world.sim("referrals"))
    digits = [number for number in counts if re.fullmatch(r"\d{4}(-\d{4}){3}", number)]
    shape = re.compile(r"[0-9ABCEHIKMOPTX]{4}(-[0-9ABCEHIKMOPTX]{4}){3}")
    assert all(shape.fullmatch(number) for number in counts)
    assert len(counts) / 2 < len(digits) < len(counts)
    assert {1, 2, 3, 7} == set(counts.values())


@pytest.mark.parametrize("now", [NOW, LEAP_DAY])
def test_nothing_happened_in_the_future(now: datetime) -> None:
    people = invent_people(now.date())
    for one in invent_referrals(people, now):
        changes = [*one.status_history, *one.program_status_history]
        assert all(one.created_at <= change.at < now for change in changes)
        assert (one.expires_at.date() - one.created_at.date()).days == 365
        if one.has_expired_by_itself:
            assert one.status_history[-1].at > one.expires_at


def test_world_is_the_same_on_every_start_of_a_day() -> None:
    worlds = [
        (people, invent_referrals(people, NOW))
        for people in (invent_people(NOW.date()), invent_people(NOW.date()))
    ]
    assert worlds[0] == worlds[1]


def test_known_numbers_do_not_depend_on_the_day() -> None:
    days = (NOW, NOW + timedelta(days=400))
    numbers = [
        [one.requisition for one in invent_referrals(invent_people(d.date()), d)] for d in days
    ]
    assert numbers[0] == numbers[1]


async def test_clock_of_the_sandbox_decides_who_is_how_old(world: World) -> None:
    clock = SandboxClock()
    await clock.set(datetime(2040, 5, 6, 12, tzinfo=UTC))
    moved = type(world)(clock=clock)
    async with moved.client:
        assert (await moved.sim("people"))[0]["birth_date"].startswith(("1999", "2000"))
