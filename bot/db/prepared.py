"""One statement for many rows, where SQLAlchemy's work for each row would be the most of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection, Insert, Update
    from sqlalchemy.ext.asyncio import AsyncEngine


class Prepared:
    """Compiled once; its rows are tuples in the order of `names` and in the driver's types."""

    def __init__(
        self, engine: AsyncEngine, statement: Insert | Update, names: Sequence[str]
    ) -> None:
        self._dialect = engine.dialect
        self._compiled = statement.compile(dialect=engine.dialect, column_keys=list(names))
        if self._compiled.positiontup != list(names):
            raise ValueError(f"the statement has the order {self._compiled.positiontup}")
        self._text = str(self._compiled)

    def writer(self, name: str) -> Callable[[Any], Any]:
        """Return what makes a value of `name` into the driver's own."""
        kind = self._compiled.binds[name].type.dialect_impl(self._dialect)
        return kind.bind_processor(self._dialect) or _as_it_is

    def execute(self, connection: Connection, rows: Sequence[tuple[Any, ...]]) -> None:
        if rows:
            connection.exec_driver_sql(self._text, list(rows))


def _as_it_is(value: object) -> object:
    return value
