"""PostgreSQL and Redis for one test, which leaves nothing of its own behind."""

from __future__ import annotations

import os
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from uuid import uuid4

from redis.asyncio import Redis
from sqlalchemy import make_url, text

from bot.db.engine import create_engine

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_REDIS_DATABASES = range(1, 16)
"""Not the one that an operator would use."""
_TAKEN, _TAKEN_SECONDS = "tests:taken", 900


@asynccontextmanager
async def fresh_postgres() -> AsyncIterator[str]:
    """Give the address of an empty database on the server at POSTGRES_URL."""
    server, name = os.environ["POSTGRES_URL"], f"test_{uuid4().hex}"
    await _tell(server, f"CREATE DATABASE {name}")
    url = make_url(server).set(database=name).render_as_string(hide_password=False)
    try:
        yield url
    finally:
        await drop_postgres(url)


async def drop_postgres(url: str) -> None:
    """Take a test's database away, from under those who still use it."""
    name = make_url(url).database
    await _tell(os.environ["POSTGRES_URL"], f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@asynccontextmanager
async def clean_redis() -> AsyncIterator[str]:
    """Give the address of a Redis database that no other run has, without conversations.

    Two runs in one database took each other's locks away, and patients were answered twice.
    """
    url, own = await _free_redis()
    try:
        yield url
    finally:
        async with Redis.from_url(url) as redis:
            if await redis.get(_TAKEN) == own.encode():
                await _forget(redis, "fsm:*")
                await redis.delete(_TAKEN)


async def _free_redis() -> tuple[str, str]:
    own = uuid4().hex
    for number in _REDIS_DATABASES:
        url = urlsplit(os.environ["REDIS_URL"])._replace(path=f"/{number}").geturl()
        async with Redis.from_url(url) as redis:
            if await redis.set(_TAKEN, own, nx=True, ex=_TAKEN_SECONDS):
                await _forget(redis, "fsm:*")
                return url, own
    raise RuntimeError("every Redis database is taken by other runs of the tests")


async def _forget(redis: Redis, pattern: str) -> None:
    async for key in redis.scan_iter(pattern):
        await redis.delete(key)


async def _tell(server: str, command: str) -> None:
    engine = create_engine(server)
    async with engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        await connection.execute(text(command))
    await engine.dispose()
