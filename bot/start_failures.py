"""Turns what keeps the bot from starting into a sentence that names the setting to change."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from aiogram.exceptions import (
    AiogramError,
    TelegramBadRequest,
    TelegramNotFound,
    TelegramUnauthorizedError,
)
from redis.exceptions import RedisError

from bot.config import BadSettings

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def blaming_redis() -> Iterator[None]:
    try:
        yield
    except (RedisError, OSError) as error:
        raise BadSettings(
            f"REDIS_URL: Redis does not answer there ({type(error).__name__}). "
            "Start it, correct the address, or leave it unset"
        ) from error


@contextmanager
def blaming_telegram() -> Iterator[None]:
    try:
        yield
    except (TelegramUnauthorizedError, TelegramNotFound) as error:
        raise BadSettings(
            "TELEGRAM_BOT_TOKEN: Telegram does not know this token. Copy it from @BotFather again"
        ) from error
    except TelegramBadRequest as error:
        raise BadSettings(
            f"WEBHOOK_URL: Telegram does not take this address ({error.message}). "
            "Give the public https address, or leave it unset for polling"
        ) from error
    except AiogramError as error:
        raise BadSettings(
            f"TELEGRAM_API_URL: Telegram gives no answer there ({type(error).__name__}). "
            "Check the address and the network, then start again"
        ) from error


@contextmanager
def blaming_port(host: str, port: int) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise BadSettings(
            f"WEB_PORT: the bot cannot listen on {host}:{port} ({error.strerror}). "
            "Give a free port, for example WEB_PORT=8081"
        ) from error
