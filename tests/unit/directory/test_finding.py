"""Whom a patient may look for, and how filters narrow it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.domain.directory import FAMILY_DOCTOR, PEDIATRICIAN, THERAPIST, Gender
from bot.domain.finding import Filters, Wanted, filters_for, wish_for

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("wanted", "specialities"),
    [
        (Wanted.ADULT, {FAMILY_DOCTOR, THERAPIST}),
        (Wanted.CHILD, {FAMILY_DOCTOR, PEDIATRICIAN}),
        (Wanted.FACILITY, set()),
    ],
)
def test_age_decides_the_specialities(wanted: Wanted, specialities: set[str]) -> None:
    assert wanted.specialities == specialities


@pytest.mark.parametrize(
    ("before", "turned", "after"),
    [
        (Filters.NONE, Filters.SATURDAY, Filters.SATURDAY),
        (Filters.SATURDAY, Filters.SATURDAY, Filters.NONE),
        (Filters.WOMAN, Filters.MAN, Filters.MAN),
        (Filters.MAN | Filters.SATURDAY, Filters.WOMAN, Filters.WOMAN | Filters.SATURDAY),
        (Filters.WOMAN, Filters.OPEN_NOW, Filters.WOMAN | Filters.OPEN_NOW),
    ],
)
def test_filter_is_turned(before: Filters, turned: Filters, after: Filters) -> None:
    assert before.toggled(turned) == after


def test_every_filter_is_wished_for() -> None:
    every = Filters.FREE_PLACES | Filters.OPEN_NOW | Filters.SATURDAY | Filters.AFTER_18
    wish = wish_for(Wanted.ADULT, every | Filters.WOMAN, NOW)
    assert wish.doctors
    assert wish.takes_declarations
    assert wish.has_free_places
    assert wish.is_open_at == NOW
    assert wish.is_open_on_saturday
    assert wish.is_open_after_18
    assert wish.gender is Gender.FEMALE


def test_facility_is_wished_for_with_its_speciality() -> None:
    wish = wish_for(Wanted.FACILITY, Filters.NONE, NOW, speciality="CARDIOLOGY")
    assert wish.divisions
    assert not wish.doctors
    assert wish.specialities == {"CARDIOLOGY"}


def test_a_building_is_neither_woman_nor_man() -> None:
    offered = filters_for(Wanted.FACILITY)
    assert not {Filters.WOMAN, Filters.MAN, Filters.FREE_PLACES} & set(offered)
