"""The counts of the last minute go into the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog

from bot.errors import BotError

if TYPE_CHECKING:
    from bot.services.flush_figures import FlushFigures

log = structlog.get_logger(__name__)


class FigureTicks:
    def __init__(self, *, flush: FlushFigures) -> None:
        self._flush = flush

    async def flush(self) -> None:
        try:
            await self._flush()
        except BotError as error:
            log.warning("figures cannot be written now", kind=type(error).__name__)
