"""Rows of reminders to and from the domain's words; what is personal goes through the cipher."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Protocol

from bot.domain.reminders import (
    Appointment,
    AppointmentStatus,
    Details,
    Intent,
    Lead,
    OccasionKind,
    OwnReminder,
    Person,
    QuietTime,
    Recurrence,
    ReminderSettings,
    Schedule,
)

if TYPE_CHECKING:
    from sqlalchemy import Row

    from bot.domain.reminders import NewAppointment

WAITING, SENT = "waiting", "sent"
"""The status of a reminder; any other is the reason why it was cancelled."""


class Cipher(Protocol):
    def seal(self, plain: bytes) -> bytes: ...

    def unseal(self, sealed: bytes) -> bytes:
        """Raises Unreadable."""
        ...


class Seals:
    """What stands encrypted: each value is JSON, so that a field can join later."""

    def __init__(self, cipher: Cipher) -> None:
        self._cipher = cipher

    def details(self, details: Details) -> bytes:
        return self._seal({name: value for name, value in asdict(details).items() if value})

    def read_details(self, sealed: bytes) -> Details:
        return Details(**self._unseal(sealed))

    def text(self, text: str) -> bytes:
        return self._seal(text)

    def read_text(self, sealed: bytes) -> str:
        return str(self._unseal(sealed))

    def person(self, name: str, birth_date: date | None) -> bytes:
        return self._seal({"name": name, "birth_date": birth_date and birth_date.isoformat()})

    def read_person(self, person_id: int, sealed: bytes) -> Person:
        stored = self._unseal(sealed)
        born = stored["birth_date"]
        return Person(person_id, stored["name"], date.fromisoformat(born) if born else None)

    def _seal(self, value: object) -> bytes:
        return self._cipher.seal(json.dumps(value, ensure_ascii=False).encode())

    def _unseal(self, sealed: bytes) -> Any:  # noqa: ANN401 - JSON holds anything
        return json.loads(self._cipher.unseal(sealed))


def appointment_values(new: NewAppointment, seals: Seals) -> dict[str, object]:
    return {
        "person_id": new.person,
        "kind": new.kind.value,
        "wall": new.starts.isoformat(),
        "zone": new.zone,
        "is_second": new.is_second,
        "starts_at": new.starts_at,
        "leads": None if new.schedule is None else leads_text(new.schedule),
        "sealed": seals.details(new.details),
        "doctor_key": new.doctor,
        "division_key": new.division,
    }


def read_appointment(row: Row[Any], seals: Seals) -> Appointment:
    """Read a row of `appointments` that has `person_sealed` beside it."""
    person = row.person_sealed and seals.read_person(row.person_id, row.person_sealed)
    return Appointment(
        starts=datetime.fromisoformat(row.wall),
        details=seals.read_details(row.sealed),
        zone=row.zone,
        is_second=row.is_second,
        kind=OccasionKind(row.kind),
        person=row.person_id,
        schedule=None if row.leads is None else read_leads(row.leads),
        doctor=row.doctor_key,
        division=row.division_key,
        id=row.id,
        telegram_id=row.telegram_id,
        status=AppointmentStatus(row.status),
        revision=row.revision,
        for_whom=person or None,
    )


def intent_values(intent: Intent) -> dict[str, object]:
    return {
        "lead": intent.lead.value,
        "wall": intent.wall.isoformat(),
        "zone": intent.zone,
        "recurrence": intent.recurrence.as_text() if intent.recurrence else None,
        "due_at": intent.due_at,
        "expires_at": intent.expires_at,
        "wake_at": intent.due_at,
        "claim": None,
        "attempts": 0,
        "status": WAITING,
    }


def read_intent(row: Row[Any]) -> Intent:
    return Intent(
        Lead(row.lead),
        row.due_at,
        row.expires_at,
        datetime.fromisoformat(row.wall),
        row.zone,
        Recurrence.from_text(row.recurrence) if row.recurrence else None,
    )


def read_own(row: Row[Any], seals: Seals) -> OwnReminder:
    text = seals.read_text(row.sealed)
    return OwnReminder(text, read_intent(row), id=row.id, telegram_id=row.telegram_id)


def settings_values(settings: ReminderSettings) -> dict[str, object]:
    return {
        "zone": settings.zone,
        "quiet_begins": settings.quiet.begins.isoformat("minutes"),
        "quiet_ends": settings.quiet.ends.isoformat("minutes"),
        "leads": leads_text(settings.schedule),
        "shows_details": settings.shows_details,
        "silenced_at": settings.silenced_at,
    }


def read_settings(row: Row[Any]) -> ReminderSettings:
    return ReminderSettings(
        zone=row.zone,
        quiet=read_quiet(row.quiet_begins, row.quiet_ends),
        schedule=read_leads(row.leads),
        shows_details=row.shows_details,
        silenced_at=row.silenced_at,
    )


def read_quiet(begins: str, ends: str) -> QuietTime:
    return QuietTime(time.fromisoformat(begins), time.fromisoformat(ends))


def leads_text(schedule: Schedule) -> str:
    return " ".join(sorted(schedule.leads))


def read_leads(text: str) -> Schedule:
    return Schedule(frozenset(map(Lead, text.split())))
