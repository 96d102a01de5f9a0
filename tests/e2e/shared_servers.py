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

_REDIS_DATABASE = "/9"
"""Not the one that an operator would use."""


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
    """Give the address of a Redis database without conversations."""
    url = urlsplit(os.environ["REDIS_URL"])._replace(path=_REDIS_DATABASE).geturl()
    await _forget_conversations(url)
    yield url
    await _forget_conversations(url)


async def _forget_conversations(url: str) -> None:
    async with Redis.from_url(url) as redis:
        async for key in redis.scan_iter("fsm:*"):
            await redis.delete(key)


async def _tell(server: str, command: str) -> None:
    engine = create_engine(server)
    async with engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        await connection.execute(text(command))
    await engine.dispose()
