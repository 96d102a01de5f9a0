"""Deleting messages of private chats when no update asked for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter

from bot.clients.telegram import TELEGRAM_OUTAGE
from bot.errors import ChatClosed, Outage, Unavailable

if TYPE_CHECKING:
    from aiogram import Bot


class TelegramRemoval:
    """Implements the services' `DeletedMessages`."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def delete(self, chat_id: int, message_id: int) -> bool:
        try:
            return await self._bot.delete_message(chat_id, message_id)
        except TelegramBadRequest as refusal:
            # gone already is as good as deleted; anything else will never be allowed
            return "message to delete not found" in refusal.message
        except TelegramForbiddenError as refusal:
            raise ChatClosed from refusal
        except TelegramRetryAfter as refusal:
            raise Unavailable(Outage.RATE_LIMIT, retry_after=refusal.retry_after) from refusal
        except TELEGRAM_OUTAGE as refusal:
            raise Unavailable(Outage.DOWN) from refusal
