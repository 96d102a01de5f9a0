"""Many ids as one parameter, so that a statement is the same text however many there are."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, Text, bindparam, func, select
from sqlalchemy.dialects.postgresql import ARRAY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement
    from sqlalchemy.ext.asyncio import AsyncEngine


class IdSets:
    """PostgreSQL takes an array, SQLite a list as JSON."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._takes_arrays = engine.dialect.name == "postgresql"

    def each(self, name: str) -> ColumnElement[int]:
        """The ids of the parameter `name`, a row for each."""
        if self._takes_arrays:
            return func.unnest(bindparam(name, type_=ARRAY(BigInteger))).column_valued()
        return func.json_each(bindparam(name, type_=Text)).table_valued("value").c.value

    def holds(self, column: ColumnElement[int], name: str) -> ColumnElement[bool]:
        """Whether `column` is one of the ids of the parameter `name`."""
        return column.in_(select(self.each(name)))

    def given(self, name: str, ids: Sequence[int]) -> dict[str, object]:
        """The value of the parameter `name`."""
        return {name: list(ids) if self._takes_arrays else json.dumps(list(ids))}
