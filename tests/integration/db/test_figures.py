"""Counters and operators' sessions in both databases."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from bot.db.repositories.figures import KEPT_FIGURES, KEPT_WORDS, FigureRepository
from bot.db.repositories.operator_sessions import OperatorSessionRepository
from bot.domain.figures import Figure, FigureKind

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
TOPIC = Figure(FigureKind.TOPIC, "expired", "uk")
WORD = Figure(FigureKind.NOT_UNDERSTOOD, "довідка")


async def test_counts_of_several_processes_add_up(engine: AsyncEngine) -> None:
    repository = FigureRepository(engine)
    await asyncio.gather(*(repository.add(TODAY, {TOPIC: 2, WORD: 1}) for _ in range(5)))
    await repository.add(TODAY - timedelta(days=1), {TOPIC: 7})
    assert dict(await repository.between(TODAY, TODAY)) == {TOPIC: 10, WORD: 5}
    both = await repository.between(TODAY - timedelta(days=1), TODAY)
    assert dict(both)[TOPIC] == 17
    days = await repository.by_day(TODAY - timedelta(days=3), TODAY, FigureKind.TOPIC)
    assert days == [(TODAY - timedelta(days=1), 7), (TODAY, 10)]


async def test_more_counters_than_one_statement_takes_are_written(engine: AsyncEngine) -> None:
    repository = FigureRepository(engine)
    words = {Figure(FigureKind.NOT_UNDERSTOOD, f"слово{n}"): n + 1 for n in range(450)}
    await repository.add(TODAY, words)
    assert dict(await repository.between(TODAY, TODAY)) == words


async def test_words_go_sooner_than_the_rest(engine: AsyncEngine) -> None:
    repository = FigureRepository(engine)
    await repository.add(TODAY - KEPT_FIGURES - timedelta(days=1), {TOPIC: 1})
    await repository.add(TODAY - KEPT_WORDS - timedelta(days=1), {TOPIC: 1, WORD: 1})
    await repository.add(TODAY, {TOPIC: 1, WORD: 1})
    assert await repository.purge(TODAY) == 2
    assert dict(await repository.between(date.min, TODAY)) == {TOPIC: 2, WORD: 1}


async def test_session_is_open_until_it_ends_or_the_password_changes(engine: AsyncEngine) -> None:
    sessions = OperatorSessionRepository(engine)
    await sessions.add("hash", "tag", NOW + timedelta(hours=1))
    assert await sessions.is_open("hash", "tag", NOW)
    assert not await sessions.is_open("hash", "another tag", NOW)
    assert not await sessions.is_open("hash", "tag", NOW + timedelta(hours=1))
    await sessions.remove("hash")
    assert not await sessions.is_open("hash", "tag", NOW)
