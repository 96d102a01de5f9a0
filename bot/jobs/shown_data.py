"""Personal data leave the chats by themselves, whatever was restarted meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog

from bot.errors import BotError

if TYPE_CHECKING:
    from bot.services.sweep_shown_data import SweepShownData

log = structlog.get_logger(__name__)


class ShownDataTicks:
    def __init__(self, *, sweep: SweepShownData) -> None:
        self._sweep = sweep

    async def sweep(self) -> None:
        try:
            swept = await self._sweep()
        except BotError as error:
            log.warning("shown data cannot be removed now", kind=type(error).__name__)
            return
        if swept:
            log.info("shown data removed", messages=swept)
