"""An update is handled once, however often Telegram brings it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject, Update

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from bot.domain.clock import Clock


class HandledUpdates(Protocol):
    async def is_handled(self, update_id: int) -> bool: ...

    async def mark_handled(self, update_id: int, now: datetime) -> None: ...


class Idempotence(BaseMiddleware):
    """Skips what was handled, and marks what has been.

    It stands inside the patient's lock, so that a second copy of an update waits for the first.
    The mark comes after the work: a process that dies in between does the work again, which
    shows a screen twice; the other order would lose an update.
    """

    def __init__(self, updates: HandledUpdates, clock: Clock) -> None:
        self._updates = updates
        self._clock = clock

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:  # noqa: ANN401 - aiogram hands through whatever a handler returns
        if not isinstance(event, Update):
            return await handler(event, data)
        if await self._updates.is_handled(event.update_id):
            return None
        result = await handler(event, data)
        await self._updates.mark_handled(event.update_id, self._clock.now())
        return result
