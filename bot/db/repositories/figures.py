"""Counters by day; each row says how often, and nothing else."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from sqlalchemy import delete, func, select

from bot.db.figure_tables import figures
from bot.db.insertion import insert_into
from bot.db.transaction import reading, writing
from bot.domain.figures import Figure, FigureKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sqlalchemy.ext.asyncio import AsyncEngine

_BATCH: Final = 200
"""Rows of one INSERT: SQLite takes 32 766 values, and a long one holds the write lock."""

KEPT_FIGURES: Final = timedelta(days=400)
"""A year and a month, so that a month can be held against the same of last year."""
KEPT_WORDS: Final = timedelta(days=92)


class FigureRepository:
    """Implements `FigureStore`."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def add(self, day: date, counts: Mapping[Figure, int]) -> None:
        rows = [
            {
                "day": day,
                "kind": figure.kind.value,
                "subject": figure.subject,
                "detail": figure.detail,
                "count": count,
            }
            # in one order in every process, so that two of them cannot wait for each other
            for figure, count in sorted(counts.items())
        ]
        async with writing(self._engine) as connection:
            for start in range(0, len(rows), _BATCH):
                insert = insert_into(self._engine, figures).values(rows[start : start + _BATCH])
                await connection.execute(
                    insert.on_conflict_do_update(
                        index_elements=list(figures.primary_key),
                        set_={"count": figures.c.count + insert.excluded.count},
                    )
                )

    async def between(self, first: date, last: date) -> list[tuple[Figure, int]]:
        by = (figures.c.kind, figures.c.subject, figures.c.detail)
        found = (
            select(*by, func.sum(figures.c.count))
            .where(figures.c.day >= first, figures.c.day <= last)
            .group_by(*by)
        )
        async with reading(self._engine) as connection:
            rows = (await connection.execute(found)).all()
        return [
            (Figure(FigureKind(kind), subject, detail), int(count))
            for kind, subject, detail, count in rows
            if kind in set(FigureKind)
        ]

    async def by_day(self, first: date, last: date, kind: FigureKind) -> list[tuple[date, int]]:
        found = (
            select(figures.c.day, func.sum(figures.c.count))
            .where(figures.c.kind == kind.value, figures.c.day >= first, figures.c.day <= last)
            .group_by(figures.c.day)
            .order_by(figures.c.day)
        )
        async with reading(self._engine) as connection:
            return [(day, int(count)) for day, count in (await connection.execute(found)).all()]

    async def purge(self, today: date) -> int:
        old_words = (figures.c.kind == FigureKind.NOT_UNDERSTOOD.value) & (
            figures.c.day < today - KEPT_WORDS
        )
        old = delete(figures).where((figures.c.day < today - KEPT_FIGURES) | old_words)
        async with writing(self._engine) as connection:
            return (await connection.execute(old)).rowcount
