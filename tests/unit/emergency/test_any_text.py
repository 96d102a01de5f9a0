"""How people really type, and texts that nobody types, do not silence or stop the check."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.emergencies import emergency_lexicon
from bot.domain.emergency import CALM, Level, assess
from tests.unit.emergency.tables import must_fire

if TYPE_CHECKING:
    from collections.abc import Callable

LONG = 7
"""Letters of a word in which one slip leaves it readable."""


def fires(text: str) -> bool:
    return assess(text, emergency_lexicon()).level is Level.FIRE


def without_punctuation(text: str) -> str:
    return re.sub(r"[^\w\s'’ʼ]", "", text)


def with_slip(text: str, slip: Callable[[str], str]) -> str:
    """Put one slip into the longest word; the text comes back as it was when all are short."""
    word = max(re.findall(r"\w+", text), key=len)
    return text.replace(word, slip(word), 1) if len(word) >= LONG else text


def swapped(word: str) -> str:
    middle = len(word) // 2
    return word[:middle] + word[middle + 1] + word[middle] + word[middle + 2 :]


def missing(word: str) -> str:
    middle = len(word) // 2
    return word[:middle] + word[middle + 1 :]


@pytest.mark.parametrize(
    ("typed", "least"),
    [
        pytest.param(without_punctuation, 1.0, id="no punctuation"),
        pytest.param(str.upper, 1.0, id="capitals"),
        pytest.param(str.lower, 1.0, id="no capitals"),
        pytest.param(lambda text: with_slip(text, swapped), 0.95, id="two letters swapped"),
        pytest.param(lambda text: with_slip(text, missing), 0.93, id="a letter missing"),
    ],
)
def test_way_of_typing_does_not_silence(typed: Callable[[str], str], least: float) -> None:
    heard = [sentence for sentence in must_fire() if sentence.fires]
    silenced = [s for s in heard if not fires(typed(s.text))]
    share = 1 - len(silenced) / len(heard)
    print(f"still heard {share:.3f} of {len(heard)}")  # noqa: T201 - a figure of the docs
    assert share >= least, "\n".join(str(s) for s in silenced if not s.is_held_out)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_no_text_stops_the_check(text: str) -> None:
    assess(text, emergency_lexicon())


@pytest.mark.parametrize("text", ["", " ", "\n\n", "...", "'", "🆘", "1" * 4096, "не" * 2048])
def test_text_of_no_words_is_calm(text: str) -> None:
    assert assess(text, emergency_lexicon()) == CALM


@pytest.mark.parametrize("word", ["не", "болить", "дитина", "у", "кров", "не дихати", "після"])
def test_work_grows_no_faster_than_the_text(word: str) -> None:
    short, long = (calls_for(f"{word} " * times) for times in (70, 700))
    assert long <= 11 * short


def calls_for(text: str) -> int:
    """Count the calls that an assessment makes: a measure of work that no clock disturbs."""
    lexicon, count = emergency_lexicon(), 0

    def on_event(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    assess(text, lexicon)  # once before counting, so that its words are remembered
    before = sys.getprofile()
    sys.setprofile(on_event)
    try:
        assess(text, lexicon)
    finally:
        sys.setprofile(before)
    return count
