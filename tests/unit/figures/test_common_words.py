"""What is counted of a text that was not understood says nothing of anybody."""

from __future__ import annotations

import pytest

from bot.content.common_words import common_words


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("мене звати Оксана Бондар", id="name"),
        pytest.param("шукаю петренка івана васильовича", id="name in small letters"),
        pytest.param("вулиця Хрещатик 5, Львів", id="address"),
        pytest.param("їду з черкас до умані", id="towns in small letters"),
        pytest.param("мій номер 0671234567 код 4821", id="numbers"),
        pytest.param("02CX-K1AM-8E84-9TTO", id="number of a referral"),
        pytest.param("бабця ганна з ґерґерівки", id="unknown village"),
        pytest.param("пишіть на oksana@example.com", id="e-mail"),
    ],
)
def test_names_places_and_numbers_are_not_counted(text: str) -> None:
    left = common_words(text)
    telling = {
        "оксана", "бондар", "петренко", "петренка", "іван", "васильович", "хрещатик", "львів",
        "черкаси", "черкас", "умань", "ганна", "ґерґерівка", "oksana", "example",
    }  # fmt: skip
    assert not left & telling
    assert not [word for word in left if any(sign.isdigit() for sign in word)]


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("довідка в басейн", {"довідка", "басейн"}),
        ("Довідку, довідки!", {"довідка"}),
        ("хочу санаторій для мене", {"хотіти", "санаторій"}),
        ("справка в бассейн", {"справка", "бассейн"}),
        ("", set()),
    ],
)
def test_ordinary_words_are_counted_once_in_their_basic_form(text: str, lemmas: set[str]) -> None:
    assert lemmas <= common_words(text)
    assert len(common_words(text)) <= max(len(lemmas), 0) + 1


def test_only_the_beginning_of_a_long_text_is_looked_at() -> None:
    words = "довідка " * 40 + "басейн"
    assert common_words(words) == {"довідка"}
