"""What the bot does in a chat outside the answer to an update, and how it meets refusals."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from aiogram.client.session.middlewares.base import BaseRequestMiddleware
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import SendMessage

from bot.clients.incoming import GetRawUpdates
from bot.errors import ChatClosed, MessageRefused, Outage, Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from aiogram import Bot
    from aiogram.client.session.middlewares.base import NextRequestMiddlewareType
    from aiogram.methods import Response, TelegramMethod
    from aiogram.methods.base import TelegramType
    from aiogram.types import InlineKeyboardMarkup

    from bot.domain.clock import Clock
    from bot.domain.watch import Notice
    from bot.services.reminder_queue import Push

TELEGRAM_OUTAGE = (
    TelegramNetworkError,
    TelegramServerError,
    TelegramRetryAfter,
    ClientDecodeError,
)
"""Telegram gave no usable answer: nothing is lost, the update comes again."""

_TRIES = 3
_FIRST_PAUSE_SECONDS = 0.5
_LONGEST_PAUSE_SECONDS = 10.0


class PushMessage(SendMessage):
    """A message that no update asked for: repeated by its sender, who keeps the pace."""


class RetryRequests(BaseRequestMiddleware):
    """Repeats a call that Telegram refused for now, or that did not reach it.

    A repeated message is better than an unanswered one, so sending is repeated too.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        tries = 1 if isinstance(method, (GetRawUpdates, PushMessage)) else _TRIES
        for attempt in range(1, tries):
            try:
                return await make_request(bot, method)
            except TELEGRAM_OUTAGE as refusal:
                pause = _pause(refusal, attempt)
                if pause > _LONGEST_PAUSE_SECONDS:
                    raise
            await self._clock.sleep(pause)
        return await make_request(bot, method)


def _pause(refusal: Exception, attempt: int) -> float:
    if isinstance(refusal, TelegramRetryAfter):
        return float(refusal.retry_after)
    return _FIRST_PAUSE_SECONDS * attempt


class TelegramChat:
    """The messages of private chats; implements the services' `ChatMessages`."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def delete(self, chat_id: int, message_id: int) -> bool:
        try:
            return await self._bot.delete_message(chat_id, message_id)
        except TelegramBadRequest as refusal:
            return "message to delete not found" in refusal.message


class Drawn(Protocol):
    """A screen of the dialogs."""

    @property
    def text(self) -> str: ...

    def keyboard(self) -> InlineKeyboardMarkup | None: ...


class TelegramNotices:
    """Messages that no update asked for, drawn when they are sent; implements `Notices`."""

    def __init__(self, bot: Bot, draw: Callable[[Notice], Drawn]) -> None:
        self._bot = bot
        self._draw = draw

    async def tell(self, notice: Notice) -> None:
        """Send one message; raises ChatClosed and Unavailable."""
        await _push(self._bot, notice.telegram_id, self._draw(notice))


class TelegramPushes:
    """Reminders, drawn when they are sent; implements `Pushes`."""

    def __init__(self, bot: Bot, draw: Callable[[Push], Drawn]) -> None:
        self._bot = bot
        self._draw = draw

    async def push(self, push: Push) -> int:
        """Send one message, return its id; raises ChatClosed, MessageRefused, Unavailable."""
        return await _push(self._bot, push.chat.telegram_id, self._draw(push))


async def _push(bot: Bot, chat_id: int, drawn: Drawn) -> int:
    message = PushMessage(chat_id=chat_id, text=drawn.text, reply_markup=drawn.keyboard())
    with refusals_as_errors():
        return (await bot(message)).message_id


@contextmanager
def refusals_as_errors() -> Iterator[None]:
    """Raise ChatClosed, MessageRefused and Unavailable for what Telegram says to a message."""
    try:
        yield
    except TelegramForbiddenError as refusal:
        raise ChatClosed from refusal
    except TelegramBadRequest as refusal:
        if "chat not found" in refusal.message:
            raise ChatClosed from refusal
        raise MessageRefused from refusal
    except TelegramRetryAfter as refusal:
        raise Unavailable(Outage.RATE_LIMIT, retry_after=refusal.retry_after) from refusal
    except TELEGRAM_OUTAGE as refusal:
        raise Unavailable(Outage.DOWN) from refusal
