"""Reads the tables of utterances; every fifth, by its own checksum, is held out of tuning."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from zlib import crc32

from bot.domain.understanding import Outcome, Target, Understood
from bot.understanding_parts import understand

TUESDAY = date(2026, 11, 24)

_HERE = Path(__file__).parent
_ONE_IN = 5


@dataclass(frozen=True, slots=True)
class Utterance:
    """`expected` are the targets that answer it; none for what is no subject of ours."""

    line: int
    expected: frozenset[Target]
    text: str

    @property
    def is_held_out(self) -> bool:
        """Tell it from the text alone, so that it stays so whatever is added around it."""
        return crc32(self.text.encode()) % _ONE_IN == 0

    @property
    def understood(self) -> Understood:
        return read(self.text)

    @property
    def is_first(self) -> bool:
        """Whether the best guess is right, opened or only offered."""
        guesses = self.understood.guesses
        return bool(guesses) and guesses[0].target in self.expected

    @property
    def is_offered(self) -> bool:
        return any(guess.target in self.expected for guess in self.understood.guesses)

    @property
    def is_wrong_and_confident(self) -> bool:
        return self.understood.outcome is Outcome.CLEAR and not self.is_first

    def __str__(self) -> str:
        found = ", ".join(f"{g.target} {g.score:.2f}" for g in self.understood.guesses)
        return f"{self.line}: {self.text} ({self.understood.outcome}: {found})"


@cache
def read(text: str) -> Understood:
    return understand()(text, today=TUESDAY)


@cache
def utterances() -> list[Utterance]:
    lines = (_HERE / "utterances.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    return [
        Utterance(number, frozenset(map(Target.parse, expected.split("|"))), text)
        for number, (expected, text) in enumerate(rows, start=1)
    ]


@cache
def off_topic() -> list[Utterance]:
    lines = (_HERE / "off_topic.txt").read_text(encoding="utf-8").splitlines()
    return [Utterance(number, frozenset(), text) for number, text in enumerate(lines, start=1)]
