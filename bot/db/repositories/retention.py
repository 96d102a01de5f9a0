"""Removes what has served its time; docs/data.md tells patients these periods."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete

from bot.db.repositories.lookups import LOOKUP_WINDOW
from bot.db.tables import (
    access_visits,
    appointments,
    chat_turns,
    conversations,
    declaration_drafts,
    declaration_watches,
    esoz_sessions,
    handled_updates,
    lookups,
    number_messages,
    operator_sessions,
    pending_sign_ins,
    reminder_attempts,
    reminders,
    searches,
    sign_sessions,
    used_signatures,
    watches,
)
from bot.db.transaction import writing
from bot.domain.reminders import OccasionKind

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncEngine

# Telegram keeps an undelivered update 24 hours and lets a bot delete a message for 48.
_KEPT_UPDATES = timedelta(hours=48)
_KEPT_NUMBER_MESSAGES = timedelta(hours=48)
_KEPT_CONVERSATIONS = timedelta(days=30)
_COMPLAINT = "Asked:complaint"
_KEPT_COMPLAINTS = timedelta(hours=1)  # a complaint that is being written is kept no longer
_KEPT_SEARCHES = timedelta(days=7)
_KEPT_TOLD_WATCHES = timedelta(days=30)
# How long a refresh token lives is not published: a session that nobody used for so long goes.
_KEPT_ESOZ_SESSIONS = timedelta(days=90)
_KEPT_SIGN_SESSIONS = timedelta(days=1)
# The document of a signature names a request of its own at ESOZ, or a sign-in of minutes; a
# request that nobody ended lives for days, and until then its bytes may be signed again.
_KEPT_SIGNATURES = timedelta(days=30)
# A request of that age has long come to its end; the session is gone by then, too.
_KEPT_DECLARATION_WATCHES = timedelta(days=90)
_KEPT_DECLARATION_DRAFTS = timedelta(days=7)
_KEPT_ACCESS_VISITS = timedelta(days=365)  # whoever looks once a year is still told what is new
_KEPT_SETTLED_REMINDERS = timedelta(days=30)
_KEPT_TURNS = timedelta(days=2)  # the day of every time zone is over
_KEPT_REFERRALS = timedelta(days=1)  # after its last day nobody can use the number
_KEPT_APPOINTMENTS = timedelta(days=180)  # after the visit, to repeat it


class RetentionRepository:
    """`lookup_window` must be that of LookupRepository: a younger look-up still counts."""

    def __init__(self, engine: AsyncEngine, lookup_window: timedelta = LOOKUP_WINDOW) -> None:
        self._engine = engine
        self._kept = (
            (handled_updates.c.handled_at, _KEPT_UPDATES),
            (number_messages.c.sent_at, _KEPT_NUMBER_MESSAGES),
            (lookups.c.at, lookup_window),
            (conversations.c.updated_at, _KEPT_CONVERSATIONS),
            (searches.c.created_at, _KEPT_SEARCHES),
            (reminder_attempts.c.ended_at, _KEPT_SETTLED_REMINDERS),
            (reminders.c.settled_at, _KEPT_SETTLED_REMINDERS),  # NULL while it is to come
            (chat_turns.c.taken_at, _KEPT_TURNS),
            (appointments.c.starts_at, _KEPT_APPOINTMENTS),
            (watches.c.told_at, _KEPT_TOLD_WATCHES),  # NULL while there is something to tell
            (sign_sessions.c.ended_at, _KEPT_SIGN_SESSIONS),  # NULL until it ends
            (used_signatures.c.used_at, _KEPT_SIGNATURES),
            (esoz_sessions.c.used_at, _KEPT_ESOZ_SESSIONS),
            (pending_sign_ins.c.expires_at, timedelta()),
            (access_visits.c.seen_at, _KEPT_ACCESS_VISITS),
            (declaration_watches.c.created_at, _KEPT_DECLARATION_WATCHES),
            (operator_sessions.c.expires_at, timedelta()),
            (declaration_drafts.c.left_at, _KEPT_DECLARATION_DRAFTS),
        )

    async def purge(self, now: datetime) -> dict[str, int]:
        """Remove rows older than their time and count them by table.

        One transaction a table, so that patients wait less. Raises Unavailable when the database
        fails; what is removed by then stays removed.
        """
        removed = {}
        for moment, kept in self._kept:
            async with writing(self._engine) as connection:
                gone = await connection.execute(delete(moment.table).where(moment < now - kept))
            removed[moment.table.name] = gone.rowcount
        removed[conversations.name] += await self._purge_complaints(now)
        removed[appointments.name] += await self._purge_referrals(now)
        return removed

    async def _purge_complaints(self, now: datetime) -> int:
        left_alone = delete(conversations).where(
            conversations.c.state == _COMPLAINT,
            conversations.c.updated_at < now - _KEPT_COMPLAINTS,
        )
        async with writing(self._engine) as connection:
            return (await connection.execute(left_alone)).rowcount

    async def _purge_referrals(self, now: datetime) -> int:
        ended = delete(appointments).where(
            appointments.c.kind == OccasionKind.REFERRAL.value,
            appointments.c.starts_at < now - _KEPT_REFERRALS,
        )
        async with writing(self._engine) as connection:
            return (await connection.execute(ended)).rowcount
