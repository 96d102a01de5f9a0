"""Conversation states that outlive a restart."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import StorageKey
from sqlalchemy import event, func, select

from bot.db.engine import create_engine
from bot.db.fsm_storage import DatabaseStorage
from bot.db.repositories.patients import PatientRepository
from bot.db.repositories.retention import RetentionRepository
from bot.db.tables import conversations

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from sqlalchemy.ext.asyncio import AsyncEngine

OLENA = 7_000_000_001
KEY = StorageKey(bot_id=1, chat_id=OLENA, user_id=OLENA)
OTHER = StorageKey(bot_id=1, chat_id=42, user_id=42)


class Asking(StatesGroup):
    number = State()


class FakeClock:
    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    async def sleep(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def storage(engine: AsyncEngine, clock: FakeClock) -> DatabaseStorage:
    return DatabaseStorage(engine, clock)


async def count_rows(engine: AsyncEngine) -> int:
    async with engine.connect() as connection:
        return (
            await connection.execute(select(func.count()).select_from(conversations))
        ).scalar_one()


async def test_unknown_conversation_has_no_state_and_no_data(storage: DatabaseStorage) -> None:
    assert await storage.get_state(KEY) is None
    assert await storage.get_data(KEY) == {}
    assert await storage.get_value(KEY, "number", "none") == "none"


async def test_state_and_data_do_not_disturb_each_other(storage: DatabaseStorage) -> None:
    await storage.set_state(KEY, Asking.number)
    await storage.set_data(KEY, {"step": 1})
    await storage.set_state(KEY, "Asking:other")
    assert await storage.get_state(KEY) == "Asking:other"
    assert await storage.get_data(KEY) == {"step": 1}
    assert await storage.get_state(OTHER) is None


async def test_conversations_with_other_destiny_are_apart(storage: DatabaseStorage) -> None:
    aside = StorageKey(bot_id=1, chat_id=OLENA, user_id=OLENA, destiny="aside")
    await storage.set_state(KEY, Asking.number)
    assert await storage.get_state(aside) is None


async def test_conversation_goes_on_after_a_restart(
    engine: AsyncEngine, storage: DatabaseStorage, clock: FakeClock, database_url: str
) -> None:
    await storage.set_state(KEY, Asking.number)
    await storage.set_data(KEY, {"step": 2})
    await storage.close()
    await engine.dispose()
    new_engine = create_engine(database_url)
    restarted = DatabaseStorage(new_engine, clock)
    assert await restarted.get_state(KEY) == Asking.number.state
    assert await restarted.get_data(KEY) == {"step": 2}
    await new_engine.dispose()


async def test_data_is_added_to_and_returned(storage: DatabaseStorage) -> None:
    assert await storage.update_data(KEY, {"a": 1, "b": 1}) == {"a": 1, "b": 1}
    assert await storage.update_data(KEY, {"b": 2}) == {"a": 1, "b": 2}
    assert await storage.get_data(KEY) == {"a": 1, "b": 2}


async def test_data_added_at_once_is_all_kept(storage: DatabaseStorage) -> None:
    await asyncio.gather(*(storage.update_data(KEY, {str(n): n}) for n in range(10)))
    assert await storage.get_data(KEY) == {str(n): n for n in range(10)}


async def test_ended_conversation_leaves_no_row(
    engine: AsyncEngine, storage: DatabaseStorage
) -> None:
    conversation = FSMContext(storage, KEY)
    await conversation.set_state(Asking.number)
    await conversation.update_data(step=1)
    await conversation.clear()
    assert await count_rows(engine) == 0


@pytest.mark.parametrize("order", ["state first", "data first"])
async def test_row_stands_while_there_is_a_state_or_data(
    engine: AsyncEngine, storage: DatabaseStorage, order: str
) -> None:
    await storage.set_state(KEY, Asking.number)
    await storage.set_data(KEY, {"step": 1})
    ends = [lambda: storage.set_state(KEY, None), lambda: storage.set_data(KEY, {})]
    if order == "data first":
        ends.reverse()
    await ends[0]()
    assert await count_rows(engine) == 1
    await ends[1]()
    assert await count_rows(engine) == 0


async def test_nothing_set_on_nothing_leaves_no_row(
    engine: AsyncEngine, storage: DatabaseStorage
) -> None:
    await storage.set_state(KEY, None)
    await storage.set_data(KEY, {})
    assert await storage.update_data(KEY, {}) == {}
    assert await count_rows(engine) == 0


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("\x00\u200bп’ять 🙂", id="any text, U+0000 too"),
        pytest.param({"deep": [1, None, True, 1.5, "є"]}, id="nested"),
        pytest.param(2**53, id="big number"),
    ],
)
async def test_data_comes_back_as_it_was(storage: DatabaseStorage, value: object) -> None:
    await storage.set_data(KEY, {"value": value})
    assert await storage.get_data(KEY) == {"value": value}


async def test_what_would_come_back_as_something_else_is_refused(
    storage: DatabaseStorage, clock: FakeClock
) -> None:
    await storage.set_data(KEY, {"step": 1})
    with pytest.raises(TypeError):
        await storage.update_data(KEY, {"when": clock.now()})
    with pytest.raises(TypeError):
        await storage.set_data(KEY, {"when": clock.now()})
    assert await storage.get_data(KEY) == {"step": 1}


async def test_state_is_read_with_one_statement(
    engine: AsyncEngine, storage: DatabaseStorage
) -> None:
    await storage.set_state(KEY, Asking.number)
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: Any) -> None:
        statements.append(statement)

    event.listen(engine.sync_engine, "before_cursor_execute", note)
    await storage.get_state(KEY)
    assert len(statements) == 1
    assert statements[0].startswith("SELECT conversations.state")


async def test_every_change_counts_as_touching_the_conversation(
    engine: AsyncEngine, storage: DatabaseStorage, clock: FakeClock
) -> None:
    changes: list[Callable[[], Awaitable[object]]] = [
        lambda: storage.set_state(KEY, Asking.number),
        lambda: storage.set_data(KEY, {"step": 1}),
        lambda: storage.update_data(KEY, {"step": 2}),
        lambda: storage.set_state(KEY, None),
    ]
    for change in changes:
        await change()
        clock.moment += timedelta(days=29)
        await RetentionRepository(engine).purge(clock.now())
        assert await count_rows(engine) == 1


async def test_forgotten_patient_is_asked_nothing(
    engine: AsyncEngine, storage: DatabaseStorage
) -> None:
    for key in (KEY, OTHER):
        await storage.set_state(key, Asking.number)
    await PatientRepository(engine).forget(OLENA)
    assert await storage.get_state(KEY) is None
    assert await storage.get_state(OTHER) == Asking.number.state
