"""The statements by which a process takes reminders: built once, the same for any batch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Integer, Text, and_, bindparam, literal_column, or_, select, true, update

from bot.db.id_sets import IdSets
from bot.db.insertion import insert_into
from bot.db.reminder_rows import WAITING
from bot.db.repositories.due_rows import due_selected
from bot.db.tables import chat_turns, push_chats, reminders
from bot.db.utc_datetime import UtcDateTime
from bot.domain.reminders import Lead

if TYPE_CHECKING:
    from typing import Any

    from sqlalchemy import Insert, Select
    from sqlalchemy.ext.asyncio import AsyncEngine

_one = reminders.c
_turn = chat_turns.c
_now = bindparam("now", type_=UtcDateTime)
_soon = bindparam("soon", type_=UtcDateTime)


class ClaimStatements:
    """What each needs is said beside it; `sets` makes parameters of ids."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.sets = IdSets(engine)
        self.due = _due()  # now, most
        self.joining = self._joining()  # chats, known, now, soon
        self.of_ids = due_selected().where(self.sets.holds(_one.id, "ids"))  # ids
        self.turns = self._turns(engine)  # chats, now, until
        are_these = self.sets.holds(_one.id, "ids")
        is_untouched = _one.claim.is_not_distinct_from(bindparam("former", type_=Text))
        self.held = (  # ids, former, mine
            update(reminders)
            .where(are_these, is_untouched, _one.status == WAITING)
            .values(claim=bindparam("mine"), attempts=_one.attempts + 1)
        )
        is_ours = _one.claim == bindparam("mine", type_=Text)
        self.ours = select(_one.id).where(are_these, is_ours)  # ids, mine

    def _joining(self) -> Select[Any]:
        """Ids of what else some chats have to hear now, or so soon that it comes with it."""
        is_soon = and_(_one.lead == Lead.TWO_HOURS.value, _one.wake_at <= _soon)
        return select(_one.id).where(
            self.sets.holds(_one.telegram_id, "chats"),
            # nothing wakes before it is due; finds the few among all that a chat has stored
            _one.due_at <= _soon,
            _one.wake_at.is_not(None),
            or_(_one.wake_at <= _now, is_soon),
            ~self.sets.holds(_one.id, "known"),
        )

    def _turns(self, engine: AsyncEngine) -> Insert:
        until = bindparam("until", type_=UtcDateTime)
        taken: Select[*tuple[Any, ...]] = select(
            self.sets.each("chats"), _now, until, literal_column("0")
        ).where(true())
        names = ["telegram_id", "taken_at", "held_until", "pushes"]
        turns = insert_into(engine, chat_turns).from_select(names, taken)
        again = {name: turns.excluded[name] for name in ("taken_at", "held_until")}
        return turns.on_conflict_do_update(index_elements=[_turn.telegram_id], set_=again)


def _due() -> Select[Any]:
    is_free = or_(_turn.held_until.is_(None), _turn.held_until <= _now)
    return (
        due_selected()
        .where(_one.wake_at <= _now, is_free)
        .order_by(_one.wake_at)
        .limit(bindparam("most", type_=Integer))
        # PostgreSQL; SQLite has one writer at a time anyway
        .with_for_update(of=push_chats, skip_locked=True)
    )
