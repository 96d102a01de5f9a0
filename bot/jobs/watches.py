"""The scheduled telling of patients who watch a doctor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog
from prometheus_client import Counter

from bot.errors import BotError

if TYPE_CHECKING:
    from bot.services.tell_watchers import TellWatchers

log = structlog.get_logger(__name__)

TOLD = Counter("bot_watchers_told", "Patients who were told about a doctor that they watch")


class WatchTicks:
    def __init__(self, *, tell_watchers: TellWatchers) -> None:
        self._tell_watchers = tell_watchers

    async def tell(self) -> None:
        """Tell whoever waits; what fails is tried again at the next tick."""
        try:
            telling = await self._tell_watchers()
        except BotError as error:
            log.warning("watchers cannot be told now", kind=type(error).__name__)
            return
        TOLD.inc(telling.patients)
        if telling.patients:
            log.info("watchers told", patients=telling.patients)
        if telling.is_cut_short:
            log.warning("telegram takes no messages now; the rest wait")
