"""Gives reactions the use cases of reminders; where none are kept, says what to do instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, Message

from bot.dialogs.screen import show
from bot.dialogs.widgets.guide import guide
from bot.domain.capabilities import Section

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from aiogram.types import TelegramObject

    from bot.services import Services


class WithReminders(BaseMiddleware):
    """The router's reactions run only with `reminders`; `fresh` keeps the tapped message."""

    def __init__(self, *, fresh: bool = False) -> None:
        self._fresh = fresh

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:  # noqa: ANN401 - aiogram hands through whatever a handler returns
        services: Services = data["services"]
        if services.reminders is not None:
            return await handler(event, {**data, "reminders": services.reminders})
        if isinstance(event, CallbackQuery | Message):
            screen = guide(data["tr"], Section.REMINDERS, services.clock.now())
            await show(event, screen, fresh=self._fresh)
        return None
