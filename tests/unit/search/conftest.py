"""A small directory that the tests of the search share; every person in it is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.search import Entry, Index

_HERE = Path(__file__).parent


def _doctors() -> list[tuple[str, Entry]]:
    found = []
    for key, line in enumerate(_lines("doctors.txt")):
        handle, name, places, facility, speciality = (cell.strip() for cell in line.split("|"))
        entry = Entry(key, tuple(name.split()), tuple(places.split(", ")), (facility,), speciality)
        found.append((handle, entry))
    return found


def _divisions() -> list[tuple[str, Entry]]:
    found = []
    for key, line in enumerate(_lines("facilities.txt"), 100):
        handle, name, places = (cell.strip() for cell in line.split("|"))
        found.append((handle, Entry(key, (name,), tuple(places.split(", ")))))
    return found


def _lines(name: str) -> list[str]:
    return (_HERE / name).read_text("utf-8").splitlines()


@pytest.fixture(scope="session")
def town() -> dict[str, Entry]:
    """Entries by a short name that the tests use."""
    return dict([*_doctors(), *_divisions()])


@pytest.fixture(scope="session")
def town_index(town: dict[str, Entry]) -> Index:
    return Index.build(town.values())


@pytest.fixture(scope="session")
def town_index_again(town: dict[str, Entry]) -> Index:
    """The same, read another time."""
    return Index.build(iter(town.values()))
