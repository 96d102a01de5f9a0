"""A wrong data file stops the load with a sentence that says which entry is wrong."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from bot.content import DATA, BadContent, cabinets, library, line, load, topic, tree
from bot.content.wording import LocalText
from bot.errors import NotFound

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the real data files, to be spoiled."""
    return shutil.copytree(DATA, tmp_path / "data")


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        pytest.param(
            "topics/facility.toml",
            'title.en = "How to use a referral"\n',
            "",
            "facility.toml, entry 'how-to-use': title.en: Field required",
            id="language missing",
        ),
        pytest.param(
            "topics/facility.toml",
            'short.en = "How to use it"',
            f'short.en = "{"x" * 31}"',
            "entry 'how-to-use': short: Value error, en has 31 signs, at most 30 fit",
            id="button too long",
        ),
        pytest.param(
            "topics/facility.toml",
            "Паперова копія не потрібна.",
            "<b>Паперова <i>копія</i></b> не потрібна.",
            "entry 'how-to-use': body.uk: Value error, only <b>…</b> and <i>…</i> are allowed",
            id="nested tags",
        ),
        pytest.param(
            "topics/facility.toml",
            "Паперова копія не потрібна.",
            "Папір & копія не потрібні.",
            "only <b>…</b> and <i>…</i> are allowed",
            id="bare ampersand",
        ),
        pytest.param(
            "topics/facility.toml",
            'title.en = "How to use a referral"',
            'title.en = "How to <b>use</b> a referral"',
            "entry 'how-to-use': title: Value error, a label is one line without tags",
            id="tag in a label",
        ),
        pytest.param(
            "topics/facility.toml",
            "checked_on = 2026-11-22",
            'checked_on = "22.11.2026"',
            "entry 'how-to-use': checked_on: Input should be a valid date",
            id="date as text",
        ),
        pytest.param(
            "topics/facility.toml",
            'certainty = "H"',
            'certainty = "H"\ncertanty = "H"',
            "entry 'how-to-use': certanty: Unexpected keyword argument",
            id="misspelled key",
        ),
        pytest.param(
            "topics/facility.toml",
            'sources = ["moz-referrals", "moz-validity"]',
            'sources = ["rumour"]',
            "entry 'how-to-use': there is no source 'rumour' in sources.toml",
            id="unknown source",
        ),
        pytest.param(
            "topics/facility.toml",
            'sources = ["moz-referrals", "moz-validity"]',
            "sources = []",
            "entry 'how-to-use': sources: Tuple should have at least 1 item",
            id="no source",
        ),
        pytest.param(
            "topics/facility.toml",
            "[desk-answers]",
            "[the-answers-of-the-desk]",
            "entry 'the-answers-of-the-desk': slug: String should match pattern",
            id="slug too long for a button",
        ),
        pytest.param(
            "topics/facility.toml",
            "[desk-answers]",
            "[how-to-use]",
            "facility.toml cannot be read: ",
            id="name used twice in a file",
        ),
        pytest.param(
            "topics/refusals.toml",
            "[expired]",
            "[how-to-use]",
            "refusals.toml, entry 'how-to-use': the same name is used in facility.toml",
            id="name used twice in two files",
        ),
        pytest.param(
            "topics/facility.toml",
            '"paper-demanded", "several-services"]',
            '"paper-demanded", "nowhere"]',
            "topic 'how-to-use': next leads to no 'nowhere'",
            id="next to nowhere",
        ),
        pytest.param(
            "topics/facility.toml",
            'call = ["nszu"]',
            'call = ["aunt"]',
            "topic 'which-facility': no line 'aunt' to call",
            id="line that does not exist",
        ),
        pytest.param(
            "topics/facility.toml",
            'code = "210"',
            'code = "211"',
            "'desk-answers': 'how-to-use' has the code 211",
            id="code of another topic",
        ),
        pytest.param(
            "topics/facility.toml",
            'code = "210"',
            'code = "733"',
            "topic 'how-to-use': the number 7333 begins with 733",
            id="code that begins a telephone number",
        ),
        pytest.param(
            "topics/facility.toml",
            'code = "210"',
            'code = "103"',
            "entry 'how-to-use': code: String should match pattern",
            id="code that is an emergency number",
        ),
        pytest.param(
            "topics/facility.toml",
            '  "як скористатися направленням",\n  "маю номер направлення, що далі",\n',
            "",
            "entry 'how-to-use': questions.uk: Tuple should have at least 4 items",
            id="too few ways to ask",
        ),
        pytest.param(
            "trees/no-message.toml",
            'to = "one-number"',
            'to = "topic:nowhere"',
            "tree 'no-message', question 'several': an answer leads to no 'topic:nowhere'",
            id="answer to nowhere",
        ),
        pytest.param(
            "trees/no-message.toml",
            'to = "one-number"',
            'to = "hospital"',
            "tree 'no-message': nothing leads to 'one-number'",
            id="outcome that nothing leads to",
        ),
        pytest.param(
            "trees/no-message.toml",
            'start = "viber"',
            'start = "telegram"',
            "tree 'no-message': start leads to no question 'telegram'",
            id="no first question",
        ),
        pytest.param(
            "trees/no-message.toml",
            "[no-message.questions.network]",
            "[no-message.questions.resend]",
            "tree 'no-message': 'resend' is both a question and an outcome",
            id="question named as an outcome",
        ),
        pytest.param(
            "lines.toml",
            'shown = "103"',
            'shown = "104"',
            "entry '103': the entry: Value error, shown and number hold different digits",
            id="number shown differs",
        ),
        pytest.param(
            "lines.toml",
            "always = true\n",
            "",
            "entry '103': the entry: Value error, a line has either always = true or hours",
            id="line without hours",
        ),
        pytest.param(
            "sources.toml",
            'url = "https://screening.moz.gov.ua"',
            'url = "screening"',
            "sources.toml, entry 'moz-screening': ",
            id="address that is none",
        ),
    ],
)
def test_wrong_entry_stops_the_load_and_is_named(
    folder: Path, file: str, old: str, new: str, sentence: str
) -> None:
    replace(folder / file, old, new)
    with pytest.raises(BadContent) as caught:
        load(folder)
    assert sentence in str(caught.value)


def test_tree_that_goes_round_and_round_stops_the_load(folder: Path) -> None:
    (folder / "trees" / "round.toml").write_text(
        """
        [round]
        title = { uk = "Коло", en = "Circle" }
        short = { uk = "Коло", en = "Circle" }
        start = "one"
        outcomes = {}
        [round.questions.one]
        text = { uk = "Раз?", en = "One?" }
        answers = [
          { label = { uk = "Так", en = "Yes" }, to = "two" },
          { label = { uk = "Ні", en = "No" }, to = "two" },
        ]
        [round.questions.two]
        text = { uk = "Два?", en = "Two?" }
        answers = [
          { label = { uk = "Так", en = "Yes" }, to = "one" },
          { label = { uk = "Ні", en = "No" }, to = "one" },
        ]
        """,
        encoding="utf-8",
    )
    with pytest.raises(BadContent, match="tree 'round', question 'one': no way from here"):
        load(folder)


def test_answer_says_whether_it_leaves_the_tree_for_a_topic() -> None:
    found, not_found, _ = tree("no-message").questions["viber"].answers
    assert found.topic == "how-to-use"
    assert not_found.topic is None
    assert not_found.to in tree("no-message").questions


def test_missing_file_stops_the_load(folder: Path) -> None:
    (folder / "lines.toml").unlink()
    with pytest.raises(BadContent, match=r"lines\.toml cannot be read"):
        load(folder)


def test_everything_is_read_once() -> None:
    assert library() is library()


def test_verified_cabinets_are_the_three_that_sources_name() -> None:
    assert [one.id for one in cabinets()] == ["state", "helsi", "health24"]


def test_unverified_cabinet_is_not_shown(folder: Path) -> None:
    replace(folder / "cabinets.toml", "verified = true", "verified = false")
    spoiled = load(folder)
    assert len(spoiled.cabinets) == 3
    assert [one.id for one in spoiled.verified_cabinets] == ["helsi", "health24"]


@pytest.mark.parametrize("find", [topic, tree, line])
def test_unknown_name_is_not_found(find: object) -> None:
    assert callable(find)
    with pytest.raises(NotFound):
        find("nowhere")


@pytest.mark.parametrize(
    ("lang", "text"),
    [("uk", "Так"), ("en", "Yes"), ("en-GB", "Yes"), ("pl", "Так"), ("", "Так")],
)
def test_text_is_ukrainian_for_every_language_but_english(lang: str, text: str) -> None:
    assert LocalText(uk="Так", en="Yes").get(lang) == text


def test_loaded_knowledge_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        library().topics["used"] = topic("expired")  # type: ignore[index]  # the point
    with pytest.raises(AttributeError):
        topic("used").slug = "other"  # type: ignore[misc]  # the point
