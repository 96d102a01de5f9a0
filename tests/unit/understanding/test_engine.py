"""How people really type does not hide what they mean, and costs no more than the text is long."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.understanding import Outcome, Place
from bot.understanding_parts import understand
from tests.unit.understanding.tables import TUESDAY, read, utterances

if TYPE_CHECKING:
    from collections.abc import Callable


def swapped(text: str) -> str:
    """Swap two letters of the longest word."""
    word = max(re.findall(r"\w+", text), key=len)
    middle = len(word) // 2
    slip = word[:middle] + word[middle + 1 : middle + 2] + word[middle] + word[middle + 2 :]
    return text.replace(word, slip, 1) if len(word) >= 7 else text


@pytest.mark.parametrize(
    ("typed", "least"),
    [
        pytest.param(str.upper, 1.0, id="capitals"),
        pytest.param("{}!!!".format, 1.0, id="exclamations"),
        pytest.param(swapped, 0.93, id="two letters swapped"),
    ],
)
def test_way_of_typing_changes_little(typed: Callable[[str], str], least: float) -> None:
    right = [one for one in utterances() if one.is_first]
    kept = [one for one in right if _first(typed(one.text)) in one.expected]
    share = len(kept) / len(right)
    print(f"still first {share:.3f} of {len(right)}")  # noqa: T201 - a figure of the docs
    assert share >= least


def _first(text: str) -> object:
    guesses = read(text).guesses
    return guesses[0].target if guesses else None


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_no_text_stops_it(text: str) -> None:
    read(text)


@pytest.mark.parametrize("words", ["направлення", "не прийшла смс", "щось незрозуміле", "у"])
def test_work_grows_no_faster_than_the_text(words: str) -> None:
    short, long = (calls_for(f"{words} " * times) for times in (30, 300))
    assert long <= 11 * short


def calls_for(text: str) -> int:
    """Count the calls that a reading makes: a measure of work that no clock disturbs."""
    ask, count = understand(), 0

    def on_event(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    ask(text, today=TUESDAY)  # once before counting, so that its words are remembered
    before = sys.getprofile()
    sys.setprofile(on_event)
    try:
        ask(text, today=TUESDAY)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("інвал", "eco-assessment"),
        ("не прийшла см", "no-message"),
        ("вимагають пап", "paper-demanded"),
        ("lost numb", "lost-number"),
        ("щеплення від ко", "vac-measles"),
    ],
)
def test_topic_is_found_before_its_word_is_typed_out(typed: str, slug: str) -> None:
    found = understand().nearest(typed, limit=5)
    assert slug in [target.name for target in found]
    assert {target.place for target in found} <= {Place.TOPIC, Place.TREE}


def test_equally_good_meanings_are_asked_about() -> None:
    understood = read("код")
    assert understood.outcome is Outcome.UNSURE
    assert 2 <= len(understood.guesses) <= 3
