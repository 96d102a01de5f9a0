"""Personal data leave the chats, whatever chats and the messenger do."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, cast

import pytest

from bot.errors import ChatClosed, Outage, Unavailable
from bot.services.my_data_ports import ShownMessage
from bot.services.sweep_shown_data import SweepShownData

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.domain.clock import Clock
    from bot.services.my_data_ports import Drafts

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


@dataclass
class FakeMessages:
    held: list[ShownMessage]

    async def add(self, message: ShownMessage) -> None:
        self.held.append(message)

    async def of_chat(self, chat_id: int) -> Sequence[ShownMessage]:
        return [one for one in self.held if one.chat_id == chat_id]

    async def due(self, now: datetime, most: int) -> Sequence[ShownMessage]:
        return [one for one in self.held if one.remove_at <= now][:most]

    async def remove(self, messages: Sequence[ShownMessage]) -> None:
        self.held = [one for one in self.held if one not in messages]


@dataclass
class FakeChats:
    """`trouble` is raised for its chat."""

    trouble: dict[int, Exception] = field(default_factory=dict)
    deleted: list[tuple[int, int]] = field(default_factory=list)

    async def delete(self, chat_id: int, message_id: int) -> bool:
        if chat_id in self.trouble:
            raise self.trouble[chat_id]
        self.deleted.append((chat_id, message_id))
        return True


class FakeDrafts:
    async def purge(self, _: datetime) -> int:
        return 0


class StoppedClock:
    def now(self) -> datetime:
        return NOW


def _sweep(messages: FakeMessages, chats: FakeChats) -> SweepShownData:
    return SweepShownData(
        messages=messages,
        drafts=cast("Drafts", FakeDrafts()),
        chat=chats,
        clock=cast("Clock", StoppedClock()),
    )


@pytest.fixture
def messages() -> FakeMessages:
    soon = NOW + timedelta(minutes=1)
    due = [ShownMessage(chat, number, NOW) for chat in (1, 2) for number in range(80)]
    return FakeMessages([*due, ShownMessage(1, 99, soon)])


async def test_all_that_is_due_goes_and_nothing_else(messages: FakeMessages) -> None:
    chats = FakeChats()
    assert await _sweep(messages, chats)() == 160
    assert [one.message_id for one in messages.held] == [99]


async def test_chat_that_is_closed_holds_nobody_up(messages: FakeMessages) -> None:
    chats = FakeChats({1: ChatClosed()})
    await _sweep(messages, chats)()
    assert len(chats.deleted) == 80
    assert [one.message_id for one in messages.held] == [99]


async def test_outage_leaves_the_rest_for_the_next_time(messages: FakeMessages) -> None:
    chats = FakeChats({2: Unavailable(Outage.DOWN)})
    assert await _sweep(messages, chats)() == 80
    chats.trouble.clear()
    assert await _sweep(messages, chats)() == 80
