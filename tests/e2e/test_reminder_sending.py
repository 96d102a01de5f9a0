"""Processes that send reminders: killed in the middle, and two at Telegram's limit."""

from __future__ import annotations

from collections import Counter
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import func, insert, select, update

from bot.db.cipher import new_key
from bot.db.engine import create_engine, upgrade
from bot.db.reminder_rows import intent_values, settings_values
from bot.db.repositories.send_budget import SendBudgetRepository
from bot.db.tables import chat_turns, patients, push_chats, reminders
from bot.domain.clock import SystemClock
from bot.domain.reminders import ReminderSettings, own_intent, wall_of
from bot.services.pause_sending import PauseSending
from tests.e2e.programs import program, settings_of
from tests.e2e.shared_servers import fresh_postgres
from tests.town import world_only
from tests.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from sqlalchemy.ext.asyncio import AsyncEngine

    from tests.e2e.programs import Program
    from tests.town import Town

KYIV = "Europe/Kyiv"
DATABASES = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@dataclass
class Night:
    """A world with chats that all have one reminder due, and a database with them."""

    town: Town
    engine: AsyncEngine
    settings: dict[str, str]
    folder: Path
    chats: list[int]
    _heard: Counter[int] = field(default_factory=Counter)
    _last: int = 0

    @asynccontextmanager
    async def sender(self, number: int) -> AsyncIterator[Program]:
        printed = self.folder / f"sender-{number}.log"
        name = "tests.e2e.reminder_sender"
        async with program(name, settings=self.settings, printed=printed) as started:
            await until(lambda: _is_ready(started))
            yield started

    async def heard(self) -> Counter[int]:
        """How many messages each chat got; only what is new is asked for."""
        for call in await self.town.calls(self._last):
            self._last = int(call["n"])
            if call["method"] == "sendMessage" and call["ok"]:
                self._heard[int(call["params"]["chat_id"])] += 1
        return self._heard.copy()

    async def waiting(self) -> int:
        counted = select(func.count()).where(reminders.c.wake_at.is_not(None))
        async with self.engine.connect() as connection:
            return int(await connection.scalar(counted) or 0)


async def _is_ready(started: Program) -> bool:
    assert started.process.returncode is None, started.output
    return "ready" in started.output


@asynccontextmanager
async def night(kind: str, folder: Path, chats: int, rate: str) -> AsyncIterator[Night]:
    async with AsyncExitStack() as stack:
        url = f"sqlite+aiosqlite:///{folder}/bot.sqlite3"
        if kind == "postgres":
            url = await stack.enter_async_context(fresh_postgres())
        town = await stack.enter_async_context(world_only())
        engine = create_engine(url)
        stack.push_async_callback(engine.dispose)
        await upgrade(engine)
        ids = town.world.telegram.add_started_chats(chats)
        await _fill(engine, ids)
        given = {"DATABASE_URL": url, "ENCRYPTION_KEYS": new_key(), "MESSAGES_PER_SECOND": rate}
        yield Night(town, engine, settings_of(town) | given, folder, ids)


async def _fill(engine: AsyncEngine, chats: list[int]) -> None:
    now = datetime.now(UTC)
    intent = intent_values(own_intent(wall_of(now, KYIV) - timedelta(seconds=1), KYIV, None))
    chosen: dict[str, Any] = settings_values(ReminderSettings())
    async with engine.begin() as connection:
        for table, more in (
            (patients, {"created_at": now}),
            (push_chats, chosen),
            (reminders, intent),
        ):
            rows = [{"telegram_id": chat, **more} for chat in chats]
            await connection.execute(insert(table), rows)


@pytest.mark.parametrize("kind", DATABASES)
async def test_sender_killed_in_the_middle_of_a_thousand_loses_none(
    kind: str, tmp_path: Path
) -> None:
    async with night(kind, tmp_path, chats=1000, rate="400") as town_at_night:
        async with town_at_night.sender(1) as first:

            async def has_sent_some() -> bool:
                return (await town_at_night.heard()).total() > 300

            await until(has_sent_some)
            await first.is_killed()
        before = await town_at_night.heard()
        assert 300 < before.total() < 1000
        async with town_at_night.engine.begin() as connection:  # its lease is over
            await connection.execute(update(chat_turns).values(held_until=None))
        async with town_at_night.sender(2):

            async def is_over() -> bool:
                return await town_at_night.waiting() == 0

            await until(is_over)
        heard = await town_at_night.heard()
    assert set(heard) == set(town_at_night.chats), "none is lost"
    repeated = [chat for chat, count in heard.items() if count > 1]
    assert max(heard.values()) <= 2
    assert len(repeated) <= 200, "only what was in flight: two hands, a quarter of a second each"
    print(f"{kind}: {before.total()} sent before the kill, {len(repeated)} repeated")  # noqa: T201 - shown by pytest -s


@pytest.mark.postgres
async def test_two_processes_keep_telegrams_limit_and_an_even_spread(tmp_path: Path) -> None:
    async with night("postgres", tmp_path, chats=300, rate="28") as town_at_night:
        flood = town_at_night.town.world.telegram.flood
        flood.is_on = True
        switch = PauseSending(switch=SendBudgetRepository(town_at_night.engine, SystemClock()))
        await switch()
        async with town_at_night.sender(1), town_at_night.sender(2):
            assert (await town_at_night.heard()).total() == 0, "the switch is off"
            await switch.resume()

            async def is_over() -> bool:
                return await town_at_night.waiting() == 0

            await until(is_over)
        heard = await town_at_night.heard()
    assert flood.refused <= 3, "a busy machine may bring messages nearer; none is lost by it"
    assert set(heard.values()) == {1}
    assert len(heard) == 300
    seconds = flood.sent_at[-1] - flood.sent_at[0]
    gaps = [after - before for before, after in pairwise(flood.sent_at)]
    told = f"{299 / seconds:.1f} a second, {flood.refused} refused"
    print(f"{told}, longest gap {max(gaps) * 1000:.0f} ms")  # noqa: T201 - as above
    assert 299 / seconds > 20
    assert flood.refused or max(gaps) < 0.5
