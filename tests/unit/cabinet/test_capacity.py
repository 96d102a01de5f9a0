"""Who may do what in the own cabinet, by age and papers (esoz.md §5.5)."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.cabinet import Document, Person, Standing, standing

TODAY = date(2026, 11, 22)
CAPACITY = (Document("LEGAL_CAPACITY_DOCUMENT", "1"),)
ID_CARD = (Document("NATIONAL_ID", "123456789"),)


@pytest.mark.parametrize(
    ("birth_date", "documents", "expected"),
    [
        pytest.param(date(2012, 11, 23), (), Standing.CONFIDANT_ONLY, id="14 tomorrow"),
        pytest.param(date(2012, 11, 22), (), Standing.READ_ONLY, id="14 today"),
        pytest.param(date(2012, 11, 22), ID_CARD, Standing.READ_ONLY, id="14 with an ID card"),
        pytest.param(date(2012, 11, 22), CAPACITY, Standing.FULL, id="14 and capable"),
        pytest.param(date(2012, 11, 23), CAPACITY, Standing.CONFIDANT_ONLY, id="13 and capable"),
        pytest.param(date(2008, 11, 23), (), Standing.READ_ONLY, id="18 tomorrow"),
        pytest.param(date(2008, 11, 22), (), Standing.FULL, id="18 today"),
        pytest.param(date(2008, 2, 29), (), Standing.FULL, id="18, born on 29 February"),
        pytest.param(None, (), Standing.UNKNOWN, id="no birth date"),
    ],
)
def test_standing_of_whoever_acts_alone(
    birth_date: date | None, documents: tuple[Document, ...], expected: Standing
) -> None:
    person = Person(id="1", first_name="О", last_name="К", birth_date=birth_date)
    assert standing(person, documents, TODAY, is_confidant=False) is expected


def test_confidant_may_do_everything_for_a_child() -> None:
    child = Person(id="1", first_name="О", last_name="К", birth_date=date(2020, 1, 1))
    assert standing(child, (), TODAY, is_confidant=True) is Standing.FULL


def test_nothing_of_a_person_shows_in_its_repr() -> None:
    person = Person(id="1", first_name="Оксана", last_name="Коваль", tax_id="1234567899")
    assert not {"Оксана", "Коваль", "1234567899"} & set(repr(person).split("'"))
    assert person.short_name == "Оксана К."
