"""Puts counting together: who counts, who writes it down, who reads it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.content.common_words import common_words
from bot.db.repositories.figures import FigureRepository
from bot.errors import Unavailable
from bot.jobs.figures import FigureTicks
from bot.services.count_figures import CountFigures
from bot.services.flush_figures import FlushFigures
from bot.services.read_figures import ReadFigures

if TYPE_CHECKING:
    from contextlib import AsyncExitStack

    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.domain.clock import Clock


@dataclass(frozen=True, slots=True)
class FigureParts:
    figures: CountFigures
    read: ReadFigures
    ticks: FigureTicks


def figure_parts(engine: AsyncEngine, clock: Clock, stack: AsyncExitStack) -> FigureParts:
    """Return the parts; what is counted last is written when the bot stops."""
    repository = FigureRepository(engine)
    figures = CountFigures(store=repository, common_words=common_words, clock=clock)

    async def write_the_last() -> None:
        with suppress(Unavailable):
            await figures.flush()

    stack.push_async_callback(write_the_last)
    flush = FlushFigures(figures=figures, retention=repository, clock=clock)
    return FigureParts(
        figures=figures,
        read=ReadFigures(figures=repository, clock=clock),
        ticks=FigureTicks(flush=flush),
    )
