"""Measures the search beside its peers and prints one table."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from time import process_time
from typing import TYPE_CHECKING, Final

from bench.search.measure import Figures, ask, built_size
from bench.search.peers import Scan, Trigrams
from bench.search.people import Country
from bench.search.questions import KINDS, Question, Questions
from bot.domain.search import Index

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_SMALL_SHARE: Final = 10
_MEGABYTE: Final = 1_000_000
_PEER_QUESTIONS: Final = 200


def main() -> None:
    options = ArgumentParser(description=__doc__)
    options.add_argument("--doctors", type=int, default=100_000)
    options.add_argument("--questions", type=int, default=1_000)
    asked = options.parse_args()
    for row in _rows(asked.doctors, asked.questions):
        sys.stdout.write(f"| {' | '.join(row)} |\n")
        sys.stdout.flush()


def _rows(doctors: int, count: int) -> Iterator[tuple[str, str]]:
    entries = list(Country(doctors).doctors())
    questions = Questions(entries).draw(count)
    yield (f"{doctors} doctors, {count} questions", "figure")
    yield ("---", "---:")
    begun = process_time()
    index = Index.build(entries)
    yield ("index built, CPU seconds", f"{process_time() - begun:.1f}")
    ours = ask(_finder(index), questions)
    del index
    yield from _quality(ours, questions)
    yield from _speed(ours)
    few = questions[:_PEER_QUESTIONS]
    for name, peer in (("rapidfuzz scan", Scan(entries)), ("FTS5 trigram", Trigrams(entries))):
        yield from _beside(name, ask(peer.find, few), ours)
    yield ("median, against a tenth of the doctors", f"{_growth(doctors, count, ours):.2f}×")
    kept, peak = built_size(entries)
    yield ("memory kept by the index", f"{kept / _MEGABYTE:.0f} MB")
    yield ("memory at most while building", f"{peak / _MEGABYTE:.0f} MB")


def _quality(ours: Figures, questions: Sequence[Question]) -> Iterator[tuple[str, str]]:
    yield ("right doctor in the first five", f"{ours.found_share:.1%}")
    for kind in KINDS:
        pairs = zip(questions, ours.was_found, strict=True)
        found = [was for question, was in pairs if question.kind == kind]
        yield (f"— {kind} ({len(found)})", f"{sum(found) / len(found):.1%}")


def _speed(ours: Figures) -> Iterator[tuple[str, str]]:
    yield ("median, CPU ms", f"{ours.median * 1000:.2f}")
    yield ("p99 to median", f"{ours.p99 / ours.median:.1f}×")


def _beside(name: str, theirs: Figures, ours: Figures) -> Iterator[tuple[str, str]]:
    yield (f"{name}: median to ours", f"{theirs.median / ours.median:.0f}×")
    yield (f"{name}: right doctor in the first five", f"{theirs.found_share:.1%}")


def _growth(doctors: int, count: int, ours: Figures) -> float:
    """How many times more a search costs than over a tenth of the doctors."""
    fewer = list(Country(doctors // _SMALL_SHARE).doctors())
    small = ask(_finder(Index.build(fewer)), Questions(fewer).draw(count))
    return ours.median / small.median


def _finder(index: Index) -> Callable[[str], Sequence[int]]:
    return lambda text: [hit.key for hit in index.search(text).hits]


if __name__ == "__main__":
    main()
