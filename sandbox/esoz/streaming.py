"""Writes long JSON lists piece by piece, so that no list is ever held whole."""

from __future__ import annotations

import asyncio
import json
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

# Small enough that other calls are answered in between.
ROWS_AT_ONCE = 100


async def streamed_list(
    head: str, rows: Iterable[dict[str, Any]], tail: str
) -> AsyncIterator[bytes]:
    """`head`, the list with one row a line, `tail`: UTF-8, in pieces of many rows."""
    yield f"{head}[\n".encode()
    waiting = iter(rows)
    separator = ""
    while piece := list(islice(waiting, ROWS_AT_ONCE)):
        lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in piece)
        yield f"{separator}{lines}".encode()
        separator = ",\n"
        await asyncio.sleep(0)
    yield f"\n]{tail}\n".encode()
