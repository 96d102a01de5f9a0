"""The parameters and conditions that all building of directory rows shares.

Everything is asked for one range of ids at a time, so that no transaction is long.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Date, Integer, Text, and_, bindparam, or_

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import ColumnElement

GENERATION = bindparam("generation", type_=Integer)
TODAY = bindparam("today", type_=Date)
"""The snapshot's date: what is over by then is not shown."""
_FIRST = bindparam("first", type_=Text)
_END = bindparam("end", type_=Text)
_ALL = (("0", "g"),)
_CUTS = [f"{first_byte:02x}" for first_byte in range(0, 256, 4)]
_SIXTY_FOUR = tuple(zip(_CUTS, [*_CUTS[1:], "g"], strict=True))
_MANY_RECORDS = 10_000


def ranges(records: int) -> tuple[tuple[str, str], ...]:
    """Split the ids of so many records, as (`first`, `end`): they are UUIDs in small letters."""
    return _SIXTY_FOUR if records > _MANY_RECORDS else _ALL


def in_range(column: ColumnElement[str] | ColumnElement[str | None]) -> ColumnElement[bool]:
    return and_(column >= _FIRST, column < _END)


def is_not_over(ends_on: ColumnElement[date | None]) -> ColumnElement[bool]:
    return or_(ends_on.is_(None), ends_on >= TODAY)
