"""What patients read keeps the house rules: plain, complete, sourced, and nothing unsaid."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.content import (
    NOT_FOUND_TOPIC,
    OUTAGE_TOPICS,
    STATE_TOPICS,
    LocalText,
    Source,
    Topic,
    lines,
    topics,
    trees,
)
from bot.domain.referral import ReferralState
from bot.errors import Outage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.content import Outcome

LANGS = ("uk", "en")
AVERAGE_WORDS = 12
MOST_WORDS = 18
EASY_WORDS = 8
FEWEST_TOPICS = 120
LEDGER = Path(__file__).parent / "topic_codes.txt"
FIRST_CHECK = date(2026, 1, 1)
JARGON = re.compile(r"\b(ЕСОЗ|РНОКПП|ПМГ|МІС|ВПО|УНЗР|КЕП|ПІБ|СЕП)\b")
TIME_OF_DAY = re.compile(r"\b[0-9]{1,2}:[0-9]{2}\b")
EMOJI = re.compile("[\u2600-\u27bf\U0001f000-\U0001faff]")
TAG = re.compile(r"</?[bi]>")
SENTENCE_END = re.compile(r"[.!?…]»?\s|\n")
WORD = re.compile(r"[\w'’\-]+")
UKRAINIAN_LETTER = re.compile("[А-ЩЬЮЯҐЄІЇа-щьюяґєії]")
LATIN_LETTER = re.compile("[A-Za-z]")
RUSSIAN_LETTERS = re.compile("[ыэъёЫЭЪЁ]")


def texts(entry: object, name: str) -> Iterator[tuple[str, LocalText]]:
    """Every text inside `entry`, with a name that finds it; sources keep their own titles."""
    if isinstance(entry, LocalText):
        yield name, entry
    elif isinstance(entry, Mapping):
        for key, value in entry.items():
            yield from texts(value, f"{name}-{key}")
    elif isinstance(entry, tuple):
        for number, value in enumerate(entry):
            yield from texts(value, f"{name}-{number}")
    elif is_dataclass(entry) and not isinstance(entry, Source):
        for field in fields(entry):
            yield from texts(getattr(entry, field.name), f"{name}-{field.name}")


def answers() -> Iterator[tuple[str, Topic | Outcome]]:
    """Every answer: topics and the ends of trees."""
    yield from topics().items()
    for slug, tree in trees().items():
        for name, outcome in tree.outcomes.items():
            yield f"{slug}-{name}", outcome


TEXTS = [
    pytest.param(list(texts(entry, name)), id=f"{shelf}-{name}")
    for shelf, entries in (("topic", topics()), ("tree", trees()), ("line", lines()))
    for name, entry in entries.items()
]
ANSWERS = [pytest.param(answer, id=name) for name, answer in answers()]
TOPICS = [pytest.param(entry, id=slug) for slug, entry in topics().items()]
Texts = list[tuple[str, LocalText]]


def sentences(text: str) -> list[list[str]]:
    plain = re.sub(r"(?m)^(\d+\.|•) ", "", TAG.sub("", text))
    return [words for part in SENTENCE_END.split(plain + "\n") if (words := WORD.findall(part))]


def test_every_state_and_every_outage_has_its_own_answer() -> None:
    assert set(STATE_TOPICS) == set(ReferralState)
    assert set(OUTAGE_TOPICS) == set(Outage)
    results = [*STATE_TOPICS.values(), *OUTAGE_TOPICS.values(), NOT_FOUND_TOPIC]
    assert len(set(results)) == len(results)
    assert {slug for slug in topics() if slug.startswith(("state-", "out-"))} == set(results)


@pytest.mark.parametrize("named", TEXTS)
def test_ukrainian_sentences_are_short(named: Texts) -> None:
    for name, text in named:
        lengths = [len(words) for words in sentences(text.uk)]
        assert sum(lengths) / len(lengths) <= AVERAGE_WORDS, (name, lengths)
        assert max(lengths) <= MOST_WORDS, (name, lengths)


@pytest.mark.parametrize("named", TEXTS)
def test_text_has_no_unexplained_abbreviation(named: Texts) -> None:
    assert not [name for name, text in named if JARGON.search(text.uk)]


@pytest.mark.parametrize("named", TEXTS)
def test_text_has_at_most_one_emoji_and_it_is_first(named: Texts) -> None:
    for name, text in named:
        for lang in LANGS:
            found = [match.start() for match in EMOJI.finditer(text.get(lang))]
            assert found in ([], [0]), name


@pytest.mark.parametrize("named", TEXTS)
def test_text_is_in_its_own_language(named: Texts) -> None:
    for name, text in named:
        assert not RUSSIAN_LETTERS.search(text.uk), name
        assert UKRAINIAN_LETTER.search(text.uk) or text.uk == text.en, "a name may be the same"
        assert LATIN_LETTER.search(text.en), name


@pytest.mark.parametrize("named", TEXTS)
def test_text_is_tidy(named: Texts) -> None:
    for name, text in named:
        for lang in LANGS:
            words = text.get(lang)
            assert "  " not in words, name
            assert " \n" not in words, name
            assert "\n\n\n" not in words, name
            assert " - " not in words, f"{name}: a dash between words is –"
            assert not re.search(r"(?m)^[-*] ", words), f"{name}: a list begins with • or 1."


@pytest.mark.parametrize("entry", TOPICS)
def test_easy_reading_is_easy(entry: Topic) -> None:
    for lang in LANGS:
        long = [words for words in sentences(entry.easy.get(lang)) if len(words) > EASY_WORDS]
        assert not long
        assert "<" not in entry.easy.get(lang)
        assert ";" not in entry.easy.get(lang), "one thought a sentence"


def test_there_is_an_answer_for_everything_that_was_promised() -> None:
    assert len(topics()) >= FEWEST_TOPICS


def test_no_two_topics_are_asked_for_in_the_same_words() -> None:
    asked = [
        words.casefold()
        for entry in topics().values()
        for words in (*entry.questions.uk, *entry.questions.en)
    ]
    assert [words for words, times in Counter(asked).items() if times > 1] == []


def test_code_is_never_changed_nor_given_to_another_topic() -> None:
    """Codes are printed and spoken: a line of the ledger stays, even when its topic is gone."""
    ledger = dict(line.split() for line in LEDGER.read_text(encoding="utf-8").splitlines())
    assert {entry.code: slug for slug, entry in topics().items()}.items() <= ledger.items()


@pytest.mark.parametrize("entry", TOPICS)
def test_hours_in_a_text_are_the_hours_of_a_line_to_call(entry: Topic) -> None:
    known = {
        f"{at.hour}:{at:%M}"
        for name in entry.call
        for shift in lines()[name].hours
        for at in (shift.opens, shift.closes)
    }
    for lang in LANGS:
        assert set(TIME_OF_DAY.findall(entry.body.get(lang))) <= known


@pytest.mark.parametrize("answer", ANSWERS)
def test_both_languages_have_the_same_steps(answer: Topic | Outcome) -> None:
    marks = [re.findall(r"(?m)^(\d+\.|•) ", answer.body.get(lang)) for lang in LANGS]
    assert marks[0] == marks[1]
    numbers = [int(mark[:-1]) for mark in marks[0] if mark != "•"]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("answer", ANSWERS)
def test_number_named_in_a_text_can_be_called_with_a_tap(answer: Topic | Outcome) -> None:
    more = answer.more if isinstance(answer, Topic) else None
    for lang in LANGS:
        words = answer.body.get(lang) + (f"\n{more.get(lang)}" if more else "")
        for name, line in lines().items():
            if re.search(rf"(?<![\d-]){re.escape(line.shown)}(?![\d-])", words):
                assert name in answer.call, f"{line.shown} is named, its line is not offered"


@pytest.mark.parametrize("answer", ANSWERS)
def test_free_call_number_in_a_text_is_a_known_line(answer: Topic | Outcome) -> None:
    shown = {line.shown for line in lines().values()}
    for lang in LANGS:
        assert set(re.findall(r"0 800[ \d]*\d", answer.body.get(lang))) <= shown


@pytest.mark.parametrize("answer", ANSWERS)
def test_answer_has_a_way_on_a_source_and_a_date(answer: Topic | Outcome) -> None:
    assert answer.next or answer.call
    assert answer.sources
    assert answer.checked_on >= FIRST_CHECK


def test_number_that_does_not_dial_from_abroad_says_so() -> None:
    for line in lines().values():
        if line.number.startswith("0800"):
            assert line.note
            assert "з-за кордону" in line.note.uk


def test_emergency_line_is_offered_first_and_112_after_it() -> None:
    assert list(lines())[:2] == ["103", "112"]


def test_topic_that_nothing_leads_to_is_one_that_a_screen_opens() -> None:
    linked = {slug for _, answer in answers() for slug in answer.next}
    alone = {slug for slug in topics() if slug not in linked}
    alone = {slug for slug in alone if not slug.startswith(("state-", "out-"))}
    opened = {"ask", "reminders", "eco-assessment", "what-is-decl-number"}
    assert alone <= opened | {"declaration-choose", "declaration-end", "no-signature"}
