"""Reads one exported file piece by piece, so that its size costs no memory."""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

import ijson
import structlog

from bot.errors import Outage, Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

R = TypeVar("R")

_BUFFER_BYTES = 128 * 1024
_log = structlog.get_logger(__name__)


def read_snapshot_date(file: BinaryIO) -> date | None:
    """The date in `meta`, None when there is none or it is no date.

    Reads no further than it must: `meta` comes first as a rule. Raises Unavailable(GARBAGE) for
    what is no envelope with a list of records.
    """
    file.seek(0)
    named: object = None
    has_meta = has_list = False
    try:
        for prefix, event, value in ijson.parse(file, buf_size=_BUFFER_BYTES):
            if prefix == "meta.date":
                named = value
            has_meta = has_meta or (prefix == "meta" and event == "end_map")
            has_list = has_list or (prefix == "data" and event == "start_array")
            if has_meta and has_list:
                return _date(named)
    except (ijson.JSONError, UnicodeDecodeError) as error:
        raise Unavailable(Outage.GARBAGE) from error
    if not has_list:
        raise Unavailable(Outage.GARBAGE)
    return _date(named)


def read_records(
    file: BinaryIO, read: Callable[[dict[str, Any]], R | None], size: int
) -> Iterator[list[R]]:
    """Yield lists of about `size` records, never an empty one; what `read` refuses is left out.

    Raises Unavailable(GARBAGE) where the file is cut off or broken.
    """
    file.seek(0)
    items = ijson.items(file, "data.item", use_float=True, buf_size=_BUFFER_BYTES)
    refused = 0
    try:
        while found := list(islice(items, size)):
            records = [record for item in found if (record := _read(item, read)) is not None]
            refused += len(found) - len(records)
            if records:
                yield records
    except (ijson.JSONError, UnicodeDecodeError) as error:
        raise Unavailable(Outage.GARBAGE) from error
    if refused:
        _log.info("records of the export left out", reader=read.__name__, count=refused)


def _read(item: object, read: Callable[[dict[str, Any]], R | None]) -> R | None:
    return read(item) if isinstance(item, dict) else None


def _date(named: object) -> date | None:
    if not isinstance(named, str):
        return None
    try:
        return date.fromisoformat(named[:10])
    except ValueError:
        return None
