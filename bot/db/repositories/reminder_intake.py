"""Takes many reminders at once: an import, or a plan for everyone."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert

from bot.db.reminder_rows import intent_values
from bot.db.tables import reminders
from bot.db.transaction import writing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.domain.reminders import Intent


class ReminderIntake:
    """The rows of one call go to the driver in one statement, already in its own types."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def add(self, planned: Sequence[tuple[int, Intent]]) -> None:
        """Keep (chat, reminder) pairs in one transaction; raises Unavailable."""
        statement, read = self._compiled()
        known = cache(read)
        rows = [(chat, *known(intent)) for chat, intent in planned]
        async with writing(self._engine) as connection:
            await connection.exec_driver_sql(statement, rows)

    def _compiled(self) -> tuple[str, Any]:
        """The INSERT as the driver wants it, and what makes its values of an intent."""
        dialect = self._engine.dialect
        compiled = insert(reminders).compile(
            dialect=dialect, column_keys=["telegram_id", *_COLUMNS]
        )
        order = list(compiled.positiontup or ())
        writers = {
            name: reminders.c[name].type.bind_processor(dialect) or _as_it_is for name in order
        }

        def read(intent: Intent) -> tuple[Any, ...]:
            values = intent_values(intent)
            return tuple(writers[name](values[name]) for name in order[1:])

        return str(compiled), read


def _as_it_is(value: object) -> object:
    return value


_COLUMNS = (
    "lead",
    "wall",
    "zone",
    "recurrence",
    "due_at",
    "expires_at",
    "wake_at",
    "claim",
    "attempts",
    "status",
)
