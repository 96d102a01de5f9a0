"""Messages that show a referral number."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.db.repositories.number_messages import NumberMessageRepository

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
CHAT = 7_000_000_001


@pytest.fixture
def messages(engine: AsyncEngine) -> NumberMessageRepository:
    return NumberMessageRepository(engine)


async def test_messages_of_one_number_are_found_oldest_first(
    messages: NumberMessageRepository,
) -> None:
    for message_id in (12, 10, 11):
        await messages.add(CHAT, message_id, 10, NOW)
    await messages.add(CHAT, 21, 20, NOW)
    await messages.add(CHAT + 1, 13, 10, NOW)
    assert await messages.of_origin(CHAT, 10) == [10, 11, 12]
    assert await messages.of_origin(CHAT, 99) == []


async def test_message_added_twice_is_kept_once(messages: NumberMessageRepository) -> None:
    await messages.add(CHAT, 11, 10, NOW)
    await messages.add(CHAT, 11, 10, NOW)
    assert await messages.of_origin(CHAT, 10) == [11]


async def test_only_the_named_messages_of_the_chat_are_removed(
    messages: NumberMessageRepository,
) -> None:
    for chat_id in (CHAT, CHAT + 1):
        for message_id in (10, 11, 12):
            await messages.add(chat_id, message_id, 10, NOW)
    await messages.remove(CHAT, [10, 12, 99])
    await messages.remove(CHAT, [])
    assert await messages.of_origin(CHAT, 10) == [11]
    assert await messages.of_origin(CHAT + 1, 10) == [10, 11, 12]
