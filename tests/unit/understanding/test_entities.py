"""What a patient says of whom, where and when is carried along."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.domain.understanding import Outcome, Place, Target
from tests.unit.understanding.tables import read

FIND = Target(Place.FIND)


@pytest.mark.parametrize(
    ("text", "speciality", "where", "day"),
    [
        pytest.param(
            "запишіть мене до лора у Львові на вівторок",
            "OTORHINOLARYNGOLOGY",
            "Львові",
            date(2026, 12, 1),
            id="speciality, town, weekday",
        ),
        pytest.param("невролог львів", "NEUROLOGY", "львів", None, id="two words"),
        pytest.param(
            "потрібен дитячий невролог у Вінниці",
            "PEDIATRIC_NEUROLOGY",
            "Вінниці",
            None,
            id="two words name one speciality",
        ),
        pytest.param(
            "запишите меня к эндокринологу", "ENDOCRINOLOGY", "", None, id="Russian, no place"
        ),
        pytest.param(
            "найти семейного врача в одессе", "FAMILY_DOCTOR", "одессе", None, id="family doctor"
        ),
        pytest.param(
            "запишіть дитину до лора в Жмеринці",
            "OTORHINOLARYNGOLOGY",
            "Жмеринці",
            None,
            id="a town of no list, after its preposition",
        ),
        pytest.param("хірург м.Бровари", "GENERAL_SURGERY", "Бровари", None, id="abbreviation"),
        pytest.param("лікар шевченко полтава", "", "шевченко полтава", None, id="a surname"),
        pytest.param(
            "узд вінниця завтра",
            "ULTRASONIC_DIAGNOSIS",
            "вінниця",
            date(2026, 11, 25),
            id="an examination",
        ),
    ],
)
def test_search_begins_with_what_was_said(
    text: str, speciality: str, where: str, day: date | None
) -> None:
    understood = read(text)
    said = understood.entities
    assert understood.target == FIND
    assert (said.speciality, said.where, said.day) == (speciality, where, day)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("запишіть мене до лора на вівторок", True),
        ("запишите ребенка к окулисту", True),
        ("хочу записатися до кардіолога", True),
        ("лор у вівторок", False),
        ("запис до лора у вівторок", False),
        ("прийом у кардіолога", False),
    ],
)
def test_booking_is_told_from_remembering(text: str, *, asks: bool) -> None:
    assert read(text).entities.asks_to_book is asks


def test_time_of_day_is_heard() -> None:
    assert read("нагадай про прийом завтра о 10:30").entities.at == time(10, 30)


@pytest.mark.parametrize("text", ["", " ", "🙂", "....", "12345", "1" * 4000, "щ" * 4000])
def test_text_of_no_words_is_not_understood(text: str) -> None:
    understood = read(text)
    assert understood.outcome is Outcome.NOTHING
    assert understood.guesses == ()
