"""Whether the database and Redis answer."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from redis.exceptions import RedisError
from sqlalchemy import select

from bot.db.transaction import reading
from bot.errors import Outage, Unavailable

if TYPE_CHECKING:
    from redis.asyncio import Redis
    from sqlalchemy.ext.asyncio import AsyncEngine

_REDIS_SECONDS = 3.0


class DatabaseHealth:
    name = "database"

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def ping(self) -> None:
        """Raise Unavailable when the database does not answer."""
        async with reading(self._engine) as connection:
            await connection.execute(select(1))


class RedisHealth:
    name = "Redis"

    def __init__(self, redis: Redis) -> None:
        self._redis = redis

    async def ping(self) -> None:
        """Raise Unavailable when Redis does not answer."""
        try:
            async with asyncio.timeout(_REDIS_SECONDS):
                await self._redis.ping()
        except (RedisError, OSError) as error:  # a TimeoutError is an OSError
            raise Unavailable(Outage.DOWN) from error
