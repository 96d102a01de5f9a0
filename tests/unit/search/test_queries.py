"""What people type, and whom it must find first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from _pytest.mark import ParameterSet

    from bot.domain.search import Entry, Index

QUERIES = Path(__file__).with_name("queries.txt").read_text("utf-8")
"""A line names a kind of query, or whom and the queries that must find them, parted by /."""


def _cases() -> list[ParameterSet]:
    cases: list[ParameterSet] = []
    kind = ""
    for line in filter(None, QUERIES.splitlines()):
        whom, colon, texts = line.partition(": ")
        kind = kind if colon else line
        cases += [
            pytest.param(whom, text, id=f"{kind}: {text}") for text in texts.split(" / ") if colon
        ]
    return cases


@pytest.mark.parametrize(("whom", "text"), _cases())
def test_what_is_meant_is_found_first(
    town: dict[str, Entry], town_index: Index, whom: str, text: str
) -> None:
    result = town_index.search(text)
    by_key = {entry.key: handle for handle, entry in town.items()}
    assert [by_key[hit.key] for hit in result.hits][:1] == [whom]
    assert not result.is_guess, result.understood.unknown
