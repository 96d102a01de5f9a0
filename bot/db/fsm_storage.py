"""Keeps aiogram's conversation states in the database, so that a restart loses none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, DefaultKeyBuilder
from sqlalchemy import bindparam, delete, select, update

from bot.db.insertion import insert_into
from bot.db.tables import conversations
from bot.db.transaction import reading, writing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aiogram.fsm.storage.base import StateType, StorageKey
    from sqlalchemy.dialects import postgresql, sqlite
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.domain.clock import Clock

_NO_DATA = "{}"

_by_key = conversations.c.key == bindparam("row")
_get_state = select(conversations.c.state).where(_by_key)
_get_data = select(conversations.c.data).where(_by_key)
_drop_if_empty = delete(conversations).where(
    _by_key, conversations.c.state.is_(None), conversations.c.data == _NO_DATA
)


class DatabaseStorage(BaseStorage):
    """Every method raises Unavailable when the database fails.

    A row stands only while there is a state or data. `get_state` is read on every update, so it
    is one statement by the key.
    """

    def __init__(self, engine: AsyncEngine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock
        # One database is one bot's, and the bot speaks in private chats only.
        self._keys = DefaultKeyBuilder(with_destiny=True)

    async def get_state(self, key: StorageKey) -> str | None:
        async with reading(self._engine) as connection:
            state: str | None = await connection.scalar(_get_state, {"row": self._keys.build(key)})
        return state

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        async with reading(self._engine) as connection:
            data = await connection.scalar(_get_data, {"row": self._keys.build(key)})
        return _read(data or _NO_DATA)

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        name = state.state if isinstance(state, State) else state
        await (self._clear(key, state=None) if name is None else self._put(key, state=name))

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Replace the data; raises TypeError for what JSON does not hold."""
        text = _write(data)
        await (self._clear(key, data=text) if text == _NO_DATA else self._put(key, data=text))

    async def update_data(self, key: StorageKey, data: Mapping[str, Any]) -> dict[str, Any]:
        """Add to the data and return it all, in one transaction, so that nothing is lost between.

        Raises TypeError for what JSON does not hold.
        """
        row = self._keys.build(key)
        async with writing(self._engine) as connection:
            # The insert that changes nothing but the moment locks the row and reads it.
            lock = self._insert(key).returning(conversations.c.data)
            merged = _read((await connection.execute(lock)).scalar_one()) | dict(data)
            change = update(conversations).where(_by_key).values(data=_write(merged))
            await connection.execute(change, {"row": row})
            await connection.execute(_drop_if_empty, {"row": row})
        return merged

    async def close(self) -> None:
        """Nothing to close: the engine is its maker's."""

    async def _put(self, key: StorageKey, **column: str) -> None:
        async with writing(self._engine) as connection:
            await connection.execute(self._insert(key, **column))

    async def _clear(self, key: StorageKey, **column: str | None) -> None:
        row = {"row": self._keys.build(key)}
        change = update(conversations).where(_by_key)
        change = change.values(**column, updated_at=self._clock.now())
        async with writing(self._engine) as connection:
            await connection.execute(change, row)
            await connection.execute(_drop_if_empty, row)

    def _insert(self, key: StorageKey, **column: str) -> postgresql.Insert | sqlite.Insert:
        """Insert the conversation, or change only `column` and the moment of the one there."""
        row = {"key": self._keys.build(key), "telegram_id": key.user_id, "data": _NO_DATA}
        changed = {**column, "updated_at": self._clock.now()}
        return (
            insert_into(self._engine, conversations)
            .values(**row | changed)
            .on_conflict_do_update(index_elements=[conversations.c.key], set_=changed)
        )


def _read(text: str) -> dict[str, Any]:
    data: dict[str, Any] = orjson.loads(text)
    return data


def _write(data: Mapping[str, Any]) -> str:
    # Moments and dataclasses would come back as something else: refused.
    refused = orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_DATACLASS
    return orjson.dumps(dict(data), option=refused).decode()
