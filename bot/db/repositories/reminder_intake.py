"""Takes many reminders at once: an import, or a plan for everyone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, literal_column

from bot.db.prepared import Prepared
from bot.db.reminder_rows import WAITING
from bot.db.tables import reminders
from bot.db.transaction import written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.domain.reminders import Intent

_GIVEN = (
    "telegram_id",
    "lead",
    "wall",
    "zone",
    "recurrence",
    "due_at",
    "expires_at",
    "wake_at",
)
_THE_SAME: dict[str, object] = {
    "attempts": literal_column("0"),
    "status": literal_column(f"'{WAITING}'"),
}
"""In the text of the statement: what no row needs to bring."""


class ReminderIntake:
    """The rows of one call go to the driver in one statement, already in its own types."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        given: dict[str, object] = {name: bindparam(name) for name in _GIVEN}
        self._rows = Prepared(engine, insert(reminders).values(given | _THE_SAME), _GIVEN)
        self._moment = self._rows.writer("due_at")

    async def add(self, planned: Sequence[tuple[int, Intent]]) -> None:
        """Keep (chat, reminder) pairs in one transaction; raises Unavailable."""
        rows = [self._row(chat, intent) for chat, intent in planned]
        await written(self._engine, lambda connection: self._rows.execute(connection, rows))

    def _row(self, chat: int, intent: Intent) -> tuple[Any, ...]:
        due_at = self._moment(intent.due_at)
        return (
            chat,
            intent.lead.value,
            intent.wall.isoformat(),
            intent.zone,
            intent.recurrence and intent.recurrence.as_text(),
            due_at,
            self._moment(intent.expires_at),
            due_at,
        )
