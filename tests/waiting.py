"""Waiting for a condition, with a deadline."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

LONGEST_WAIT_SECONDS = 60
_LOOK_AGAIN_SECONDS = 0.02


async def until(is_so: Callable[[], Awaitable[bool]]) -> None:
    """Look until it is so; raises TimeoutError when it does not become so."""
    async with asyncio.timeout(LONGEST_WAIT_SECONDS):
        while True:
            if await is_so():
                return
            await asyncio.sleep(_LOOK_AGAIN_SECONDS)
