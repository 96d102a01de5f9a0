"""Reads the two tables of sentences; every tenth, by its own checksum, is held out of tuning."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zlib import crc32

from bot.content.emergencies import emergency_lexicon
from bot.domain.emergency import Level, Verdict, assess

_HERE = Path(__file__).parent
_ONE_IN = 10


@dataclass(frozen=True, slots=True)
class Sentence:
    """`expected` is a class of danger, or for what must not fire the level hoped for."""

    line: int
    expected: str
    text: str

    @property
    def is_held_out(self) -> bool:
        """Tell it from the sentence alone, so that it stays so whatever is added around it."""
        return crc32(self.text.encode()) % _ONE_IN == 0

    @property
    def verdict(self) -> Verdict:
        return assess(self.text, emergency_lexicon())

    @property
    def fires(self) -> bool:
        return self.verdict.level is Level.FIRE

    def __str__(self) -> str:
        return f"{self.line}: {self.text} ({self.expected}, found {self.verdict})"


@cache
def must_fire() -> list[Sentence]:
    return _read("must_fire.txt")


@cache
def must_not_fire() -> list[Sentence]:
    return _read("must_not_fire.txt")


def _read(name: str) -> list[Sentence]:
    lines = (_HERE / name).read_text(encoding="utf-8").splitlines()
    return [Sentence(number, *line.split("\t")) for number, line in enumerate(lines, start=1)]
