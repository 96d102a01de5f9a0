"""Slows down a patient, or a script, that sends faster than a person can read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiogram import BaseMiddleware
from aiogram.dispatcher.middlewares.user_context import EVENT_CONTEXT_KEY, EventContext
from aiogram.types import CallbackQuery, Message, TelegramObject, Update
from limits import parse
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import MovingWindowRateLimiter

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.i18n import Translator

UPDATES = "60/minute"
_NOTICES = "1/10 second"


class Throttle(BaseMiddleware):
    """Lets `updates` (as the library `limits` writes them) of one patient through.

    Each process counts for itself. A tap past the limit is told why; a message is told once in
    ten seconds, because answering each would be the flood itself.
    """

    def __init__(self, updates: str = UPDATES) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._updates = parse(updates)
        self._notices = parse(_NOTICES)

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:  # noqa: ANN401 - aiogram hands through whatever a handler returns
        context: EventContext = data[EVENT_CONTEXT_KEY]
        is_inline = isinstance(event, Update) and event.inline_query is not None
        whose = f"{'inline ' if is_inline else ''}{context.user_id}"
        if await self._limiter.hit(self._updates, whose):
            return await handler(event, data)
        if isinstance(event, Update):
            await self._say_wait(event.event, str(context.user_id), data["tr"])
        return None

    async def _say_wait(self, said: TelegramObject, patient: str, tr: Translator) -> None:
        text = tr.t("throttle", "That was too fast for me. Please wait a minute and try again.")
        if isinstance(said, CallbackQuery):
            await said.answer(text, show_alert=True)
        elif isinstance(said, Message) and await self._limiter.hit(self._notices, patient):
            await said.answer(text)
