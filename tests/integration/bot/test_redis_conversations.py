"""What Redis keeps of a conversation, and for how long."""

from __future__ import annotations

import os
from datetime import timedelta

import pytest
from aiogram.fsm.storage.base import StorageKey

from bot.clients.redis_conversations import KEPT_COMPLAINT, RedisConversations

KEY = StorageKey(bot_id=1, chat_id=880, user_id=880)
MONTH = timedelta(days=30)


@pytest.mark.redis
async def test_complaint_is_kept_for_an_hour_and_other_steps_for_a_month() -> None:
    url = os.environ.get("REDIS_URL")
    if url is None:
        pytest.skip("REDIS_URL is not set")
    storage = RedisConversations.from_url(url, state_ttl=MONTH, data_ttl=MONTH)
    place = storage.key_builder.build(KEY, "data")
    try:
        await storage.set_data(KEY, {"visit": "sealed"})
        assert await storage.redis.ttl(place) > KEPT_COMPLAINT.total_seconds()
        await storage.set_data(KEY, {"complaint": {"where": "Поліклініка"}})
        assert 0 < await storage.redis.ttl(place) <= KEPT_COMPLAINT.total_seconds()
    finally:
        await storage.set_data(KEY, {})
        await storage.close()
