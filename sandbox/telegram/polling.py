"""Long polling: getUpdates, one poller at a time."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from sandbox.telegram.refusal import conflict

if TYPE_CHECKING:
    from sandbox.telegram.timing import Timing
    from sandbox.telegram.update_queue import Update, UpdateQueue

OTHER_POLLER = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
BY_WEBHOOK = "terminated by setWebhook request"


class Polling:
    """Hands out waiting updates; each stays until a later offset confirms it."""

    def __init__(self, updates: UpdateQueue, timing: Timing) -> None:
        self._updates = updates
        self._timing = timing
        self._news = asyncio.Event()
        self._running: asyncio.Future[None] | None = None
        self._last_offset: int | None = None
        self._last_asked = float("-inf")
        self._is_closed = False
        updates.on_change(lambda _user_id: self._news.set())

    async def poll(self, *, offset: int, limit: int, timeout: float) -> list[Update]:  # noqa: ASYNC109 - the Bot API's own argument
        """Updates from `offset` on, at once or within `timeout` seconds.

        Raises `Refusal` 409 when another poller or setWebhook ends this one.
        """
        self.end(OTHER_POLLER)
        ended = self._running = asyncio.get_running_loop().create_future()
        self._confirm(offset)
        try:
            await self._slow_down(offset)
            return await self._wait(ended, limit, min(timeout, self._timing.longest_poll))
        finally:
            if self._running is ended:
                self._running = None
            ended.cancel()

    def end(self, reason: str) -> None:
        """End the poll that is running, with 409 and this reason."""
        if self._running is not None and not self._running.done():
            self._running.set_exception(conflict(reason))
            self._running.exception()
        self._news.set()

    def close(self) -> None:
        """Let the running poll answer at once."""
        self._is_closed = True
        self._news.set()

    def _confirm(self, offset: int) -> None:
        if offset > 0:
            self._updates.confirm_before(offset)
        elif offset < 0:
            for update in self._updates.waiting()[:offset]:
                self._updates.finish(update)

    async def _slow_down(self, offset: int) -> None:
        """Telegram holds back a poll that repeats its offset while updates lie unconfirmed."""
        now = time.monotonic()
        is_recent = now - self._last_asked < self._timing.repeated_poll_window
        is_repeated = offset == self._last_offset and is_recent
        self._last_offset, self._last_asked = offset, now
        if is_repeated and self._updates.waiting():
            await asyncio.sleep(self._timing.repeated_poll)

    async def _wait(self, ended: asyncio.Future[None], limit: int, seconds: float) -> list[Update]:
        deadline = time.monotonic() + seconds
        while True:
            if ended.done():
                ended.result()
            waiting = self._updates.waiting()[:limit]
            left = deadline - time.monotonic()
            if waiting or left <= 0 or self._is_closed:
                return waiting
            await self._next_news(left)

    async def _next_news(self, seconds: float) -> None:
        self._news.clear()
        try:
            await asyncio.wait_for(self._news.wait(), seconds)
        except TimeoutError:
            return
