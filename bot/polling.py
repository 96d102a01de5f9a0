"""Fetches updates and acknowledges them only when they are handled.

aiogram's own polling acknowledges first, so that a process that dies loses what it was at.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import structlog
from aiogram.dispatcher.middlewares.user_context import UserContextMiddleware
from aiogram.exceptions import AiogramError
from aiogram.utils.backoff import Backoff, BackoffConfig

from bot.clients.incoming import GetRawUpdates, read_update
from bot.clients.telegram import TELEGRAM_OUTAGE

if TYPE_CHECKING:
    from aiogram import Bot, Dispatcher
    from aiogram.types import Update

    from bot.domain.clock import Clock
    from bot.supervisor import Supervisor

log = structlog.get_logger(__name__)

ALLOWED_UPDATES = [
    "message",
    "edited_message",
    "inline_query",
    "callback_query",
    "my_chat_member",
]
_WAIT_SECONDS = 25
_REPEAT_SECONDS = 3.1
"""Telegram holds back whoever repeats an offset within 3 seconds (reference/telegram.md §1)."""
_TRIES = 5
_BACKOFF = BackoffConfig(min_delay=0.5, max_delay=10.0, factor=2.0, jitter=0.1)


class Polling:
    """Patients side by side, each patient's updates in order.

    Telegram knows one mark for all updates, "done below this id". It waits for the oldest update
    that is still being handled; meanwhile the rest is fetched over again for what is new, so
    that one slow answer keeps nobody else waiting for long.
    """

    def __init__(
        self, bot: Bot, dispatcher: Dispatcher, *, handling: Supervisor, clock: Clock
    ) -> None:
        self._bot = bot
        self._clock = clock
        self._dispatcher = dispatcher
        self._handling = handling
        self._offset: int | None = None
        self._is_done: dict[int, bool] = {}
        self._all_done = asyncio.Event()
        self._all_done.set()
        self._lines: dict[int, deque[Update]] = {}

    async def run(self) -> None:
        """Fetch until cancelled; the handling goes on in its own supervisor."""
        while True:
            for raw in await self._fetch():
                self._take(raw)
            await self._give_time()
            self._move_mark()

    async def _give_time(self) -> None:
        """Wait until all is done, but no longer than Telegram makes a repeated question wait.

        Not by asyncio.wait_for: in Python 3.11 it swallows a cancellation that comes with the
        event, and the bot would not stop.
        """
        with suppress(TimeoutError):
            async with asyncio.timeout(_REPEAT_SECONDS):
                await self._all_done.wait()

    async def _fetch(self) -> list[dict[str, Any]]:
        backoff = Backoff(_BACKOFF)
        while True:
            question = GetRawUpdates(
                offset=self._offset, timeout=_WAIT_SECONDS, allowed_updates=ALLOWED_UPDATES
            )
            try:
                return await self._bot(question, request_timeout=_WAIT_SECONDS + 10)
            except AiogramError as refusal:
                log.warning("updates cannot be fetched", kind=type(refusal).__name__)
                await self._clock.sleep(next(backoff))

    def _take(self, raw: dict[str, Any]) -> None:
        """Put a new update at the end of its patient's line."""
        update_id = int(raw["update_id"])
        if update_id in self._is_done:
            return
        update = read_update(raw, self._bot)
        self._is_done[update_id] = update is None
        if update:
            self._put_in_line(update)

    def _put_in_line(self, update: Update) -> None:
        self._all_done.clear()
        patient = _patient(update)
        if patient in self._lines:
            self._lines[patient].append(update)
        else:
            self._lines[patient] = deque([update])
            self._handling.start("updates of one patient", self._serve(patient))

    def _move_mark(self) -> None:
        waiting = [update_id for update_id, is_done in self._is_done.items() if not is_done]
        if self._is_done:
            self._offset = min(waiting) if waiting else max(self._is_done) + 1
            self._is_done = {i: done for i, done in self._is_done.items() if i >= self._offset}

    async def _serve(self, patient: int) -> None:
        line = self._lines[patient]
        while line:
            update = line.popleft()
            await self._handle(update)
            self._is_done[update.update_id] = True
        del self._lines[patient]
        if all(self._is_done.values()):
            self._all_done.set()

    async def _handle(self, update: Update) -> None:
        """Handle an update, again where Telegram could not take the answer."""
        backoff = Backoff(_BACKOFF)
        for _ in range(_TRIES):
            try:
                await self._dispatcher.feed_update(self._bot, update)
            except TELEGRAM_OUTAGE as refusal:
                _note(update, refusal)
                await self._clock.sleep(next(backoff))
                await self._until_telegram_answers()
            except Exception as error:  # noqa: BLE001 - one patient must not stop the others
                _note(update, error)
                break
            else:
                return
        log.error("update given up", update_id=update.update_id)

    async def _until_telegram_answers(self) -> None:
        """Wait out an outage, so that the tries are not used up in it."""
        backoff = Backoff(_BACKOFF)
        while True:
            try:
                await self._bot.get_me()
            except TELEGRAM_OUTAGE:
                await self._clock.sleep(next(backoff))
            else:
                return


def _note(update: Update, error: Exception) -> None:
    log.warning("answer cannot be sent", update_id=update.update_id, exc_info=error)


def _patient(update: Update) -> int:
    context = UserContextMiddleware.resolve_event_context(update)
    return context.user_id or context.chat_id or 0
