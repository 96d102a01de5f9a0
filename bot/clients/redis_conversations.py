"""Conversations in Redis; what is private in them is kept for an hour."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from aiogram.fsm.storage.redis import RedisStorage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aiogram.fsm.storage.base import StorageKey

KEPT_COMPLAINT: Final = timedelta(hours=1)
_COMPLAINT: Final = "complaint"


class RedisConversations(RedisStorage):
    """aiogram's own; a complaint that is left half-written goes after `KEPT_COMPLAINT`."""

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        await super().set_data(key, data)
        if _COMPLAINT in data:
            await self.redis.expire(self.key_builder.build(key, "data"), KEPT_COMPLAINT)
