"""Reads the word lists of this package: words/<name>.txt, words apart by blanks."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).with_name("words")


def words(name: str) -> list[str]:
    return (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").split()
