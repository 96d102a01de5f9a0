"""Reads reminders with all that has to be known to say them, in one look."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import select

from bot.db.reminder_rows import read_intent, read_quiet
from bot.db.tables import appointments, looked_after, patients, push_chats, reminders
from bot.domain.reminders import AppointmentStatus, OccasionKind
from bot.domain.reminders.decision import Chat, DueReminder, DueVisit
from bot.errors import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy import Row, Select

    from bot.db.reminder_rows import Seals

T = TypeVar("T")
_quiet = cache(read_quiet)


@cache
def due_selected() -> Select[Any]:
    """The columns, joined; the caller says which rows."""
    visit, person = appointments.c, looked_after.c
    joined = (
        reminders.join(push_chats, push_chats.c.telegram_id == reminders.c.telegram_id)
        .outerjoin(patients, patients.c.telegram_id == reminders.c.telegram_id)
        .outerjoin(appointments, visit.id == reminders.c.appointment_id)
        .outerjoin(looked_after, person.id == visit.person_id)
    )
    chat, one = push_chats.c, reminders.c
    return select(
        one.id,
        one.telegram_id,
        one.appointment_id,
        one.lead,
        one.wall,
        one.zone,
        one.recurrence,
        one.sealed,
        one.due_at,
        one.expires_at,
        one.claim,
        one.attempts,
        patients.c.language,
        patients.c.blocked_at.is_not(None).label("is_blocked"),
        chat.zone.label("chat_zone"),
        chat.quiet_begins,
        chat.quiet_ends,
        chat.silenced_at.is_not(None).label("is_silenced"),
        chat.shows_details,
        chat.last_push_at,
        chat.pushes_on,
        chat.pushes,
        visit.kind.label("visit_kind"),
        visit.status.label("visit_status"),
        visit.starts_at,
        visit.zone.label("visit_zone"),
        visit.person_id,
        visit.sealed.label("visit_sealed"),
        person.sealed.label("person_sealed"),
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
        if row.telegram_id not in chats:
            chats[row.telegram_id] = (_chat(row), [])
        chats[row.telegram_id][1].append(_reminder(row, seals))
    return list(chats.values())


def _chat(row: Row[Any]) -> Chat:
    return Chat(
        telegram_id=row.telegram_id,
        language=row.language,
        is_blocked=row.is_blocked,
        zone=row.chat_zone,
        quiet=_quiet(row.quiet_begins, row.quiet_ends),
        is_silenced=row.is_silenced,
        shows_details=row.shows_details,
        last_push_at=row.last_push_at,
        pushes_on=row.pushes_on,
        pushes=row.pushes,
    )


def _reminder(row: Row[Any], seals: Seals) -> DueReminder:
    text = _opened(seals.read_text, row.sealed) if row.shows_details else None
    return DueReminder(
        id=row.id,
        intent=read_intent(row),
        attempts=row.attempts + 1,
        was_lost=row.claim is not None,
        visit=_visit(row, seals) if row.visit_kind else None,
        text=text,
    )


def _visit(row: Row[Any], seals: Seals) -> DueVisit:
    details = for_whom = None
    if row.shows_details:
        details = _opened(seals.read_details, row.visit_sealed)
        person = _opened(partial(seals.read_person, row.person_id), row.person_sealed)
        for_whom = person.name if person else None
    return DueVisit(
        id=row.appointment_id,
        kind=OccasionKind(row.visit_kind),
        status=AppointmentStatus(row.visit_status),
        starts_at=row.starts_at,
        zone=row.visit_zone,
        details=details,
        for_whom=for_whom,
    )
