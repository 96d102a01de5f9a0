"""Reads reminders with all that has to be known to say them, in one look."""

from __future__ import annotations

from datetime import datetime
from functools import cache, partial
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import select

from bot.db.reminder_rows import read_quiet
from bot.db.tables import (
    appointments,
    chat_turns,
    looked_after,
    patients,
    push_chats,
    reminders,
)
from bot.domain.reminders import AppointmentStatus, Intent, Lead, OccasionKind, Recurrence
from bot.domain.reminders.decision import Chat, DueReminder, DueVisit
from bot.errors import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sqlalchemy import Row, Select

    from bot.db.reminder_rows import Seals

T = TypeVar("T")

CHAT, KEY, CLAIM, ATTEMPTS = range(4)
"""Where these stand in a row. To ask a row by name costs a hundred times as much."""
_OF_REMINDER, _OF_CHAT, _OF_VISIT = slice(1, 11), slice(11, 21), slice(21, 29)
_LEADS = {lead.value: lead for lead in Lead}
_quiet = cache(read_quiet)


@cache
def due_selected() -> Select[Any]:
    """The columns, joined, in the order that is read below; the caller says which rows."""
    visit, person = appointments.c, looked_after.c
    joined = (
        reminders.join(push_chats, push_chats.c.telegram_id == reminders.c.telegram_id)
        .outerjoin(chat_turns, chat_turns.c.telegram_id == reminders.c.telegram_id)
        .outerjoin(patients, patients.c.telegram_id == reminders.c.telegram_id)
        .outerjoin(appointments, visit.id == reminders.c.appointment_id)
        .outerjoin(looked_after, person.id == visit.person_id)
    )
    chat, turn, one = push_chats.c, chat_turns.c, reminders.c
    return select(
        *(one.telegram_id, one.id, one.claim, one.attempts),
        *(one.lead, one.due_at, one.expires_at, one.wall, one.zone, one.recurrence),
        one.sealed,
        *(patients.c.language, patients.c.blocked_at.is_not(None)),
        *(chat.zone, chat.quiet_begins, chat.quiet_ends, chat.silenced_at.is_not(None)),
        *(chat.shows_details, turn.last_push_at, turn.pushes_on, turn.pushes),
        *(visit.id, visit.kind, visit.status, visit.starts_at, visit.zone),
        *(visit.person_id, visit.sealed, person.sealed),
    ).select_from(joined)


def _opened(read: Callable[[bytes], T], sealed: bytes | None) -> T | None:
    """None also where the operator lost the key: the time alone is still worth saying."""
    try:
        return read(sealed) if sealed else None
    except Unreadable:
        return None


def read_due(rows: Iterable[Row[Any]], seals: Seals) -> list[tuple[Chat, list[DueReminder]]]:
    """Bring the rows together by chat.

    Words are unsealed only for a patient who wants them on the locked screen.
    """
    chats: dict[int, tuple[Chat, list[DueReminder]]] = {}
    for row in rows:
        telegram_id = row[CHAT]
        if telegram_id not in chats:
            chats[telegram_id] = (_chat(telegram_id, row[_OF_CHAT]), [])
        chat, due = chats[telegram_id]
        visit = _visit(chat, seals, row[_OF_VISIT]) if row[_OF_VISIT.start] else None
        due.append(_reminder(chat, seals, visit, row[_OF_REMINDER]))
    return list(chats.values())


def _chat(telegram_id: int, row: Sequence[Any]) -> Chat:
    language, is_blocked, zone, begins, ends, is_silenced, shows_details, *spoken = row
    last_push_at, pushes_on, pushes = spoken
    quiet = _quiet(begins, ends)
    return Chat(
        telegram_id,
        language,
        is_blocked,
        zone,
        quiet,
        is_silenced,
        shows_details,
        last_push_at,
        pushes_on,
        pushes or 0,
    )


def _reminder(chat: Chat, seals: Seals, visit: DueVisit | None, row: Sequence[Any]) -> DueReminder:
    key, claim, attempts, lead, due_at, expires_at, wall, zone, recurrence, sealed = row
    again = Recurrence.from_text(recurrence) if recurrence else None
    intent = Intent(_LEADS[lead], due_at, expires_at, datetime.fromisoformat(wall), zone, again)
    text = _opened(seals.read_text, sealed) if chat.shows_details else None
    return DueReminder(key, intent, attempts + 1, claim is not None, visit, text)


def _visit(chat: Chat, seals: Seals, row: Sequence[Any]) -> DueVisit:
    key, kind, status, starts_at, zone, person_id, sealed, person_sealed = row
    details = for_whom = None
    if chat.shows_details:
        details = _opened(seals.read_details, sealed)
        person = _opened(partial(seals.read_person, person_id), person_sealed)
        for_whom = person.name if person else None
    status = AppointmentStatus(status)
    return DueVisit(key, OccasionKind(kind), status, starts_at, zone, details, for_whom)
