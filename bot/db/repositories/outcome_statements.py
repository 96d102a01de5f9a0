"""The statements that note outcomes: built once, the same for any batch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Text, bindparam, case, select, update

from bot.db.id_sets import IdSets
from bot.db.insertion import insert_into
from bot.db.prepared import Prepared
from bot.db.tables import chat_turns, reminder_attempts, reminders
from bot.db.utc_datetime import UtcDateTime

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.ext.asyncio import AsyncEngine

_one = reminders.c
_turn = chat_turns.c
_mine = _one.claim == bindparam("mine", type_=Text)
_now = bindparam("now", type_=UtcDateTime)
_ATTEMPT = ("reminder_id", "number", "ended_at", "outcome", "message_id")


class OutcomeStatements:
    """Those of reminders touch only rows that the claim `mine` still holds.

    Parameters: `settled` mine, ids, ended, now; `recurring` mine, ids; `put_off` mine, key, at,
    by; `counted` chats, now, today; `spoken` chats, now; `silent` chats.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self.sets = IdSets(engine)
        self.attempts = _attempts(engine)
        are_mine = self.sets.holds(_one.id, "ids") & _mine
        over = {"status": bindparam("ended"), "wake_at": None, "claim": None, "settled_at": _now}
        self.settled = update(reminders).where(are_mine).values(over)
        self.recurring = select(_one.id, _one.telegram_id, _one.sealed).where(are_mine)
        tries = _one.attempts - bindparam("by")
        later = {"wake_at": bindparam("at"), "attempts": tries, "claim": None}
        self.put_off = update(reminders).where(_one.id == bindparam("key"), _mine).values(later)
        self._turns(self.sets.holds(_turn.telegram_id, "chats"))

    def _turns(self, of_chats: ColumnElement[bool]) -> None:
        freed = update(chat_turns).where(of_chats)
        spoken = {"held_until": None, "last_push_at": _now}
        today = bindparam("today", type_=Text)
        before = case((_turn.pushes_on == today, _turn.pushes), else_=0)
        self.counted = freed.values(spoken | {"pushes": before + 1, "pushes_on": today})
        self.spoken = freed.values(spoken)
        self.silent = freed.values(held_until=None)


def _attempts(engine: AsyncEngine) -> Prepared:
    row = insert_into(engine, reminder_attempts).values(
        {name: bindparam(name) for name in _ATTEMPT}
    )
    # a lease may have ended, and the attempt been called lost, while it was under way
    key = [reminder_attempts.c.reminder_id, reminder_attempts.c.number]
    told = {name: row.excluded[name] for name in _ATTEMPT[2:]}
    return Prepared(engine, row.on_conflict_do_update(index_elements=key, set_=told), _ATTEMPT)
