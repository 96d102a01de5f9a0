"""What is kept for a time only is deleted by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog

from bot.errors import BotError

if TYPE_CHECKING:
    from bot.services.purge_old_rows import PurgeOldRows

log = structlog.get_logger(__name__)


class OldRowTicks:
    def __init__(self, *, purge_old_rows: PurgeOldRows) -> None:
        self._purge_old_rows = purge_old_rows

    async def purge(self) -> None:
        try:
            purged = await self._purge_old_rows()
        except BotError as error:
            log.warning("old rows cannot be deleted now", kind=type(error).__name__)
        else:
            log.info("old rows deleted", **purged)
