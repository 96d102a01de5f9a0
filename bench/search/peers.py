"""The other ways to search the same names, for comparison in the same run."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from bot.domain.search.folding import sound, written_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.domain.search import Entry


def searched_text(entry: Entry) -> str:
    """Full name and settlement, folded as the search folds them: the peers get the same help."""
    return folded(f"{' '.join(entry.name)} {entry.places[0]}")


def folded(text: str) -> str:
    return " ".join(map(sound, written_words(text)))


class Scan:
    """rapidfuzz over every name, with the scorer that it offers for words in any order."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._texts = {entry.key: searched_text(entry) for entry in entries}

    def find(self, text: str) -> Sequence[int]:
        found = process.extract(
            folded(text), self._texts, scorer=fuzz.token_sort_ratio, processor=None, limit=5
        )
        return [key for _, _, key in found]


class Trigrams:
    """SQLite's FTS5 with the trigram tokenizer, ranked by bm25 over all grams of the query."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._connection = sqlite3.connect(":memory:")
        self._connection.execute("CREATE VIRTUAL TABLE doctors USING fts5(t, tokenize='trigram')")
        self._connection.executemany(
            "INSERT INTO doctors(rowid, t) VALUES (?, ?)",
            ((entry.key, searched_text(entry)) for entry in entries),
        )

    def find(self, text: str) -> Sequence[int]:
        grams = {word[at : at + 3] for word in folded(text).split() for at in range(len(word) - 2)}
        if not grams:
            return []
        rows = self._connection.execute(
            "SELECT rowid FROM doctors WHERE doctors MATCH ? ORDER BY rank LIMIT 5",
            (" OR ".join(f'"{gram}"' for gram in sorted(grams)),),
        )
        return [key for (key,) in rows]
