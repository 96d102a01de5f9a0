"""Only private chats: in a group a patient's answers would be read by everyone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiogram import BaseMiddleware
from aiogram.dispatcher.middlewares.user_context import EVENT_CONTEXT_KEY, EventContext
from aiogram.enums import ChatType
from aiogram.types import Update

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from aiogram.types import TelegramObject


class PrivateChatOnly(BaseMiddleware):
    """Lets nothing through that does not come from one person's own chat."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:  # noqa: ANN401 - aiogram hands through whatever a handler returns
        if isinstance(event, Update) and event.inline_query:
            return await handler(event, data)  # asked in any chat, answered to one person only
        context: EventContext = data[EVENT_CONTEXT_KEY]
        if context.chat is None or context.chat.type != ChatType.PRIVATE:
            return None
        return await handler(event, data)
