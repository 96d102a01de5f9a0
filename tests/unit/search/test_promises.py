"""What holds for every query, whatever is typed and whoever is in the directory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from bot.domain.search import Entry, Index, SearchResult

if TYPE_CHECKING:
    from collections.abc import Callable

ROOTS = (
    *("Мельн", "Шевч", "Ковал", "Бондар", "Кравч", "Полищ", "Савч", "Мороз", "Петр", "Васил"),
    *("Гавр", "Пономар", "Степан", "Тимош", "Мартин", "Остап", "Прокоп", "Гончар", "Дорош"),
    *("Лазар", "Щерб", "Терещ", "Голуб", "Заболот", "Нагір"),
)
ENDINGS = (
    *("енко", "чук", "івський", "ович", "арюк", "ець", "енчук", "ишин", "анів", "ельник"),
    *("унь", "аренко", "инець", "ейко", "ура", "амаха", "юга", "обейник", "тяр", "ський"),
)
SURNAMES = tuple(root + ending for root in ROOTS for ending in ENDINGS)
LETTERS = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
WORDS = ("шевченко", "педіатр", "львів", "сихів", "kravets", "gtlsfnh", "поліклініка", "5", "О.М.")


@pytest.fixture(scope="module")
def five_hundred() -> Index:
    return Index.build(
        Entry(key, (surname, "Олена", "Іванівна"), ("Київ",), (), "THERAPIST")
        for key, surname in enumerate(SURNAMES)
    )


@st.composite
def one_slip(draw: st.DrawFn) -> tuple[int, str]:
    """A surname of seven letters or more with one slip, not in its first letter."""
    key = draw(st.sampled_from([at for at, name in enumerate(SURNAMES) if len(name) > 6]))
    surname = SURNAMES[key].lower()
    at = draw(st.integers(1, len(surname) - 2))
    letter = draw(st.sampled_from(LETTERS))
    spoilt = draw(
        st.sampled_from(
            (
                surname[:at] + surname[at + 1 :],
                surname[:at] + letter + surname[at:],
                surname[:at] + letter + surname[at + 1 :],
                surname[:at] + surname[at + 1] + surname[at] + surname[at + 2 :],
            )
        )
    )
    return key, spoilt


def keys(result: SearchResult) -> list[int]:
    return [hit.key for hit in result.hits]


@settings(deadline=None)
@given(one_slip())
def test_any_slip_in_a_long_surname_still_finds_the_person(
    five_hundred: Index, slip: tuple[int, str]
) -> None:
    key, spoilt = slip
    others = (name for name in SURNAMES if name != SURNAMES[key])
    assume(not any(_could_mean(spoilt, name.lower()) for name in others))
    assert key in keys(five_hundred.search(spoilt)), SURNAMES[key]


def _could_mean(typed: str, surname: str) -> bool:
    """Whether the surname, or its beginning, is one slip away from what was typed."""
    lengths = range(len(typed) - 1, len(typed) + 2)
    return any(OSA.distance(typed, surname[:length]) <= 1 for length in lengths)


@settings(deadline=None)
@given(st.text())
def test_no_text_breaks_the_search(town_index: Index, text: str) -> None:
    result = town_index.search(text)
    assert len(result.hits) <= 5


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_the_same_question_has_the_same_answer(
    town_index: Index, town_index_again: Index, text: str
) -> None:
    first = town_index.search(text)
    assert first == town_index_again.search(text) == town_index.search(text)


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join),
    st.sets(st.integers(0, 30)),
)
def test_a_filter_only_takes_hits_away(town_index: Index, text: str, kept: set[int]) -> None:
    everything = keys(town_index.search(text, limit=1_000))
    assert keys(town_index.search(text, limit=1_000, among=kept.__contains__)) == [
        key for key in everything if key in kept
    ]


@pytest.mark.parametrize("text", ["", " ", "?!", "у", "🙂", "\0", "'" * 300, "а" * 5_000])
def test_a_text_that_says_nothing_finds_nothing(town_index: Index, text: str) -> None:
    assert town_index.search(text).hits == ()


def test_a_filtered_search_still_gives_five(five_hundred: Index) -> None:
    def is_third(key: int) -> bool:
        return key % 3 == 0

    found = keys(five_hundred.search("терапевт київ", among=is_third))
    assert found == [0, 3, 6, 9, 12]


def test_equal_hits_keep_the_order_of_the_directory(five_hundred: Index) -> None:
    assert keys(five_hundred.search("олена", limit=7)) == list(range(7))


def test_scores_never_rise_down_the_list(town_index: Index) -> None:
    scores = [hit.score for hit in town_index.search("шевченко поліклініка", limit=50).hits]
    assert scores == sorted(scores, reverse=True)


def test_an_empty_directory_finds_nothing() -> None:
    assert Index.build(()).search("шевченко") == SearchResult()


def test_keys_need_not_be_dense() -> None:
    index = Index.build([Entry(9_000_000_000, ("Шевченко",)), Entry(7, ("Бондар",))])
    assert keys(index.search("бондар")) == [7]
    assert keys(index.search("шевченко")) == [9_000_000_000]


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        pytest.param("шевченко педіатр ворохта", ("ворохта",), id="a place that is not there"),
        pytest.param("шевченгоув", ("шевченгоув",), id="a name too far from all"),
    ],
)
def test_what_is_not_there_gives_the_nearest_as_a_guess(
    town_index: Index, text: str, unknown: tuple[str, ...]
) -> None:
    result = town_index.search(text)
    assert result.is_guess
    assert result.hits
    assert result.understood.unknown == unknown


def test_the_screen_is_told_how_the_words_were_read(town_index: Index) -> None:
    understood = town_index.search("itdxtyrj gtlsfnh kmdsd").understood
    assert (understood.name, understood.specialities) == (("шевченко",), ("PEDIATRICIAN",))
    assert understood.places == ("львів",)
    assert town_index.search("маряна").understood.name == ("мар’яна",)


def test_a_namesake_in_another_oblast_does_not_get_the_old_name() -> None:
    index = Index.build(
        [
            Entry(1, ("Бондар",), ("Покровськ", "Хмельницька")),
            Entry(2, ("Бондар",), ("Покровськ", "Донецька")),
        ]
    )
    assert keys(index.search("красноармійськ")) == [2]


def test_an_exact_name_stands_before_one_that_sounds_alike(
    make: Callable[..., Index],
) -> None:
    index = make("Кучій", "Кучей", "Куций")
    assert keys(index.search("кучей"))[0] == 1


@pytest.fixture
def make() -> Callable[..., Index]:
    def build(*surnames: str) -> Index:
        return Index.build(Entry(key, (name,)) for key, name in enumerate(surnames))

    return build
