"""The bot as a process of its own that lives by the time of a town: `AHEAD_SECONDS` from ours."""

from __future__ import annotations

import asyncio
import os
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.app import running
from bot.config import read_settings
from bot.domain.clock import SystemClock

if TYPE_CHECKING:
    from datetime import datetime


class ClockAhead:
    def __init__(self, seconds: float) -> None:
        self._ahead = timedelta(seconds=seconds)
        self._ours = SystemClock()

    def now(self) -> datetime:
        return self._ours.now() + self._ahead

    async def sleep(self, seconds: float) -> None:
        await self._ours.sleep(seconds)


async def main() -> None:
    clock = ClockAhead(float(os.environ["AHEAD_SECONDS"]))
    async with running(read_settings(), clock):
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
