"""`make content-check`: a fault fails, an old date warns."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.content import DATA, library
from bot.content.ages import stale_entries
from bot.content.check import check

if TYPE_CHECKING:
    from pathlib import Path

CHECKED = date(2026, 11, 22)
"""The day on which every entry was last checked; the tables below count from it."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the real data files, to be spoiled."""
    return shutil.copytree(DATA, tmp_path / "data")


@pytest.mark.parametrize(
    ("days", "is_number_due", "is_rule_due"),
    [
        pytest.param(0, False, False, id="today"),
        pytest.param(90, False, False, id="the last day for numbers"),
        pytest.param(91, True, False, id="numbers and hours are old"),
        pytest.param(180, True, False, id="the last day for rules"),
        pytest.param(181, True, True, id="rules are old too"),
    ],
)
@pytest.mark.parametrize(
    ("name", "is_number"),
    [
        pytest.param("line 'nszu'", True, id="a line"),
        pytest.param("topic 'line-moz'", True, id="a topic that names hours"),
        pytest.param("topic 'paper-demanded'", False, id="a topic that names a rule"),
        pytest.param("tree 'no-message', outcome 'hospital'", False, id="the end of a tree"),
        pytest.param("e-cabinet 'helsi'", False, id="an e-cabinet"),
        pytest.param("public holidays", False, id="the rule of holidays"),
    ],
)
def test_old_date_is_named(
    days: int, *, is_number_due: bool, is_rule_due: bool, name: str, is_number: bool
) -> None:
    warned = stale_entries(library(), CHECKED + timedelta(days=days))
    is_due = is_number_due if is_number else is_rule_due
    assert any(warning.startswith(f"{name}: ") for warning in warned) is is_due


def test_good_content_passes(capsys: pytest.CaptureFixture[str]) -> None:
    assert check(DATA, CHECKED) == 0
    assert "no faults, 0 to check again" in capsys.readouterr().out


def test_old_date_warns_and_does_not_fail(capsys: pytest.CaptureFixture[str]) -> None:
    assert check(DATA, CHECKED + timedelta(days=100)) == 0
    assert "warning: line '103': checked 100 days ago, due after 90." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        pytest.param('sources = ["moz-2025-10"]', "sources = []", "sources: ", id="no source"),
        pytest.param('"sent-back"]', '"nowhere"]', "leads to no 'nowhere'", id="broken link"),
    ],
)
def test_fault_fails(
    folder: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, sentence: str
) -> None:
    spoiled = folder / "topics" / "refusals.toml"
    text = spoiled.read_text(encoding="utf-8")
    assert old in text
    spoiled.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert check(folder, CHECKED) == 1
    assert sentence in capsys.readouterr().out
