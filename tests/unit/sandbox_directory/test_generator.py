"""The generator of the directory: the same every time, of any size, with names as people bear."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from hashlib import sha256
from random import Random

import pytest

from sandbox.directory import Directory, Export, export_rows
from sandbox.directory.chance import index_of, record_id
from sandbox.directory.names import invent_name
from sandbox.directory.plan import make_plan
from sandbox.directory.settlements import settlements
from sandbox.directory.surnames import SURNAMES, feminine

TODAY = date(2026, 11, 22)
NATIONAL = 100_000


def _directory(doctors: int = 500, seed: int = 7) -> Directory:
    return Directory.generate(doctors, seed=seed, today=TODAY)


def _hash(directory: Directory) -> str:
    found = sha256()
    for export in Export:
        for row in export_rows(directory, export):
            found.update(json.dumps(row).encode())
    return found.hexdigest()


def test_same_seed_gives_the_same_directory_and_another_seed_another() -> None:
    assert _hash(_directory()) == _hash(_directory())
    assert _hash(_directory()) != _hash(_directory(seed=8))


def test_reading_an_export_twice_gives_the_same_rows() -> None:
    directory = _directory()
    first, second = (list(export_rows(directory, Export.EMPLOYEES)) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("doctors", [100, 999, 2000])
def test_every_doctor_is_there_once_whatever_the_size(doctors: int) -> None:
    directory = _directory(doctors)
    posts = {directory.plan.post(one.index) for one in directory.practitioners()}
    assert posts == set(range(doctors))
    rows = export_rows(directory, Export.PARTIES)
    parties = {row["id"] for row in rows if "specialities" in row}
    assert len(parties) == doctors


def test_national_plan_has_the_proportions_of_the_country() -> None:
    plan = make_plan(NATIONAL, 2026)
    places = [settlements()[index] for index in plan.settlement_of]
    assert (plan.doctors, plan.declared, plan.divisions) == (NATIONAL, 25_000, 20_000)
    assert 3000 < plan.legal_entities < 9000
    assert len({place.index for place in places}) >= 2500
    assert len({place.area for place in places}) == 25, "24 oblasts and Kyiv"
    assert {place.kind for place in places} == {"CITY", "SETTLEMENT", "VILLAGE"}
    assert Counter(place.name for place in places).most_common(1)[0][0] == "Київ"
    specialists = places[plan.primary_divisions :]
    assert not any(place.kind == "VILLAGE" for place in specialists)


def test_national_export_is_streamed_whole() -> None:
    employees = Counter(
        row["employee_type"] for row in export_rows(_directory(NATIONAL), Export.EMPLOYEES)
    )
    assert employees["DOCTOR"] >= 25_000
    assert employees["DOCTOR"] + employees["SPECIALIST"] >= NATIONAL


def test_facility_stays_within_its_oblast() -> None:
    directory = _directory(5000)
    for division in directory.divisions():
        assert division.legal_entity.seat.area == division.settlement.area


def test_settlements_are_many_and_stand_in_ukraine() -> None:
    assert len(settlements()) >= 2500
    assert len({(one.area, one.region, one.name) for one in settlements()}) == len(settlements())
    for one in settlements():
        assert 44 < one.latitude < 52.5
        assert 22 < one.longitude < 40.3
        assert (one.region is None) == (one.name == "Київ" and one.area == "Київ")


@pytest.mark.parametrize(
    ("name", "area", "former_name"),
    [
        ("Дніпро", "Дніпропетровська", "Дніпропетровськ"),
        ("Кропивницький", "Кіровоградська", "Кіровоград"),
        ("Кам'янське", "Дніпропетровська", "Дніпродзержинськ"),
        ("Бахмут", "Донецька", "Артемівськ"),
        ("Самар", "Дніпропетровська", "Новомосковськ"),
        ("Шептицький", "Львівська", "Червоноград"),
        ("Звягель", "Житомирська", "Новоград-Волинський"),
        ("Берестин", "Харківська", "Красноград"),
    ],
)
def test_renamed_settlements_stand_under_their_names_of_today(
    name: str, area: str, former_name: str
) -> None:
    found = {(one.name, one.area) for one in settlements()}
    assert (name, area) in found
    assert (former_name, area) not in found


@pytest.mark.parametrize(
    ("man", "woman"),
    [
        ("Левицький", "Левицька"),
        ("Заболотний", "Заболотна"),
        ("Горішній", "Горішня"),
        ("Іванов", "Іванова"),
        ("Шевченко", "Шевченко"),
        ("Данилів", "Данилів"),
        ("Мельник", "Мельник"),
    ],
)
def test_surname_of_a_woman(man: str, woman: str) -> None:
    assert feminine(man) == woman


def test_names_are_many_and_agree_in_gender() -> None:
    assert len(SURNAMES) >= 1500
    random = Random(1)  # noqa: S311 - invented people
    names = [invent_name(random, is_male=bool(n % 2)) for n in range(20_000)]
    assert len({name.last for name in names}) > 1500
    for n, name in enumerate(names):
        if name.second:
            assert name.second.endswith("ч" if n % 2 else "на")
    signs = {sign for name in names for sign in "'’ʼ" if sign in f"{name.last}{name.first}"}
    assert signs == {"'", "’", "ʼ"}, "systems write the apostrophe differently"
    assert any("-" in name.last for name in names)
    assert any(name.second is None for name in names)


def test_number_of_a_record_can_be_read_from_its_id_only() -> None:
    assert index_of("party", record_id("party", 12)) == 12
    assert index_of("employee", record_id("party", 12)) is None
    assert index_of("party", "not-an-id") is None
