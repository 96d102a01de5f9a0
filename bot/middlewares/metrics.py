"""Counts updates and how long they took, without a word about who or what."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject, Update
from prometheus_client import Counter, Histogram

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

UPDATES = Counter("bot_updates", "Updates that were handled", ("kind",))
FAILURES = Counter("bot_update_failures", "Updates that Telegram has to bring again", ("kind",))
SECONDS = Histogram("bot_update_seconds", "Time from update to answer", ("kind",))


class UpdateMetrics(BaseMiddleware):
    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:  # noqa: ANN401 - aiogram hands through whatever a handler returns
        kind = event.event_type if isinstance(event, Update) else "other"
        started = perf_counter()
        try:
            result = await handler(event, data)
        except Exception:
            FAILURES.labels(kind).inc()
            raise
        UPDATES.labels(kind).inc()
        SECONDS.labels(kind).observe(perf_counter() - started)
        return result
