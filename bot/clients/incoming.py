"""Reads Telegram's updates one by one, so that one that cannot be read stops no other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import structlog
from aiogram.methods import TelegramMethod
from aiogram.types import Update
from pydantic import ValidationError

if TYPE_CHECKING:
    from aiogram import Bot

log = structlog.get_logger(__name__)


class GetRawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates, but with updates as Telegram sent them.

    aiogram's own refuses the whole answer for one update that it does not know, and would fetch
    the same again until that one expires after a day.
    """

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    timeout: int
    allowed_updates: list[str]


def read_update(raw: dict[str, Any] | bytes, bot: Bot) -> Update | None:
    """Return the update that `raw`, JSON or already read JSON, holds; None when there is none.

    Telegram may say something newer than aiogram. It would not be readable next time either,
    and what comes behind it would wait.
    """
    try:
        if isinstance(raw, bytes):
            return Update.model_validate_json(raw, context={"bot": bot})
        return Update.model_validate(raw, context={"bot": bot})
    except ValidationError as error:
        log.warning("update cannot be read", exc_info=error)
        return None
