"""Counting never waits, never fails and never loses; reading never shows a small number."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.domain.figures import SHOWN_FROM, Barrier, Figure, FigureKind
from bot.errors import Outage, Unavailable
from bot.services.count_figures import CountFigures
from bot.services.read_figures import ReadFigures

if TYPE_CHECKING:
    from collections.abc import Mapping

TODAY = date(2026, 11, 25)


def _words(text: str) -> list[str]:
    return text.split()


class Clock:
    """Half past midnight in Kyiv, still yesterday in UTC."""

    def now(self) -> datetime:
        return datetime(2026, 11, 24, 22, 30, tzinfo=UTC)

    async def sleep(self, seconds: float) -> None:
        raise AssertionError(seconds)


class FakeStore:
    """Keeps counters by day; fails while `is_down`."""

    def __init__(self) -> None:
        self.is_down = False
        self.kept: dict[date, Counter[Figure]] = {}

    async def add(self, day: date, counts: Mapping[Figure, int]) -> None:
        if self.is_down:
            raise Unavailable(Outage.DOWN)
        self.kept.setdefault(day, Counter()).update(counts)

    async def between(self, first: date, last: date) -> list[tuple[Figure, int]]:
        days = [counts for day, counts in self.kept.items() if first <= day <= last]
        return list(sum(days, Counter()).items())

    async def by_day(self, first: date, last: date, kind: FigureKind) -> list[tuple[date, int]]:
        return [
            (day, sum(count for figure, count in counts.items() if figure.kind is kind))
            for day, counts in self.kept.items()
            if first <= day <= last
        ]


@pytest.fixture
def store() -> FakeStore:
    return FakeStore()


@pytest.fixture
def figures(store: FakeStore) -> CountFigures:
    return CountFigures(store=store, common_words=_words, clock=Clock())


async def test_counts_are_written_down_under_the_day_of_kyiv(
    figures: CountFigures, store: FakeStore
) -> None:
    figures.topic_opened("expired", "uk")
    figures.topic_opened("expired", "uk")
    figures.barrier(Barrier.NO_PLACES, "Львівська")
    figures.not_understood("довідка басейн")
    assert await figures.flush() == 4
    assert store.kept[TODAY] == {
        Figure(FigureKind.TOPIC, "expired", "uk"): 2,
        Figure(FigureKind.BARRIER, "no-places", "Львівська"): 1,
        Figure(FigureKind.NOT_UNDERSTOOD, "довідка"): 1,
        Figure(FigureKind.NOT_UNDERSTOOD, "басейн"): 1,
    }
    assert await figures.flush() == 0, "nothing is counted twice"


async def test_nothing_is_lost_while_the_database_is_away(
    figures: CountFigures, store: FakeStore
) -> None:
    figures.not_it("expired")
    store.is_down = True
    with pytest.raises(Unavailable):
        await figures.flush()
    figures.not_it("expired")
    store.is_down = False
    await figures.flush()
    assert store.kept[TODAY] == {Figure(FigureKind.NOT_IT, "expired"): 2}


async def test_small_numbers_are_neither_shown_nor_to_be_guessed(store: FakeStore) -> None:
    words = {"часте": 25, "рідке": SHOWN_FROM - 1}
    store.kept[TODAY] = Counter(
        {Figure(FigureKind.NOT_UNDERSTOOD, word): times for word, times in words.items()}
    )
    report = await ReadFigures(figures=store, clock=Clock())(days=7)
    assert report.words.rows == ((("часте", ""), 25),)
    assert report.words.has_hidden
    assert report.words.hidden_count == 0, "the sum of one hidden row is that row"


async def test_what_is_left_out_is_summed_where_it_tells_of_no_single_row(
    store: FakeStore,
) -> None:
    hidden = {Figure(FigureKind.NOT_UNDERSTOOD, f"слово{n}"): 6 for n in range(3)}
    store.kept[TODAY] = Counter(hidden)
    report = await ReadFigures(figures=store, clock=Clock())(days=7)
    assert report.words.rows == ()
    assert report.words.hidden_count == 18


async def test_days_outside_the_period_do_not_count(store: FakeStore) -> None:
    topic = Figure(FigureKind.TOPIC, "expired", "uk")
    store.kept[TODAY] = Counter({topic: 12})
    store.kept[TODAY - timedelta(days=1)] = Counter({topic: 3})
    store.kept[TODAY - timedelta(days=7)] = Counter({topic: 100})
    report = await ReadFigures(figures=store, clock=Clock())(days=7)
    assert report.topics.rows == ((("expired", "uk"), 15),)
    assert report.days[-2:] == ((TODAY - timedelta(days=1), None), (TODAY, 12))
    assert len(report.days) == 7
