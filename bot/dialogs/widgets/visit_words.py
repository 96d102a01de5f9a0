"""Words about one appointment that screens share."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from bot.dialogs.callbacks import SectionTap
from bot.dialogs.screen import Button
from bot.dialogs.visit_callbacks import AddVisitTap, PrepareTap, VisitMapTap, VisitTap
from bot.dialogs.widgets.directory_words import capitalised, shortened
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.moment_words import when
from bot.domain.capabilities import Section
from bot.domain.reminders import AppointmentStatus, OccasionKind, wall_of
from bot.domain.requisition import mask

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.reminders import Appointment, Details
    from bot.i18n import Translator

AGENDA = SectionTap(section=Section.REMINDERS)
_LONGEST_LABEL = 40


def moment_text(tr: Translator, moment: datetime, now: datetime, zone: str) -> str:
    """Return when, with the year where it is another one; not for a sentence's middle."""
    said = capitalised(when(tr, moment, now, zone))
    wall = wall_of(moment, zone)
    if wall.year == wall_of(now, zone).year:
        return said
    return tr.t("visit", "{when} ({year})", when=said, year=wall.year)


def visit_text(tr: Translator, visit: Appointment, now: datetime, zone: str) -> str:
    """Return an appointment in full; of a birthday, whose it is."""
    if visit.kind is OccasionKind.AGE:
        return birthday_text(tr, visit)
    if visit.kind is OccasionKind.REFERRAL:
        return referral_text(tr, visit)
    return joined(
        [
            f"<b>{moment_text(tr, visit.starts_at, now, zone)}</b>",
            details_text(tr, visit.details, visit.for_whom.name if visit.for_whom else ""),
            status_text(tr, visit, now),
        ]
    )


def birthday_text(tr: Translator, occasion: Appointment) -> str:
    """Return whose birthday it is, and which."""
    return tr.t(
        "person",
        "<b>{name}: {age} years on {day}</b>",
        name=occasion.for_whom.name if occasion.for_whom else "",
        age=occasion.details.what,
        day=tr.full_date(occasion.starts.date()),
    )


def referral_text(tr: Translator, kept: Appointment) -> str:
    """Return a kept referral: its number masked, its last day."""
    return tr.t(
        "referral",
        "<b>Referral {number}</b>\nValid until {date} inclusive.",
        number=mask(kept.details.number),
        date=tr.full_date(kept.starts.date()),
    )


def details_text(tr: Translator, details: Details, for_whom: str = "") -> str:
    lines = [
        escape(capitalised(details.what)),
        tr.t("visit", "For whom: {name}", name=for_whom) if for_whom else "",
        tr.t("visit", "Where: {place}", place=details.place) if details.place else "",
        tr.t("visit", "Phone: {phone}", phone=details.phone) if details.phone else "",
        tr.t("visit", "Remember: {note}", note=details.note) if details.note else "",
    ]
    return "\n".join(filter(None, lines))


def status_text(tr: Translator, visit: Appointment, now: datetime) -> str:
    """Return what the patient said of it; empty where nothing needs to be said."""
    if visit.status is AppointmentStatus.CANCELLED:
        return tr.t("visit", "You cancelled this appointment. I do not remind you of it.")
    if visit.starts_at <= now:
        return tr.t("visit", "This appointment is over.")
    if visit.status is AppointmentStatus.CONFIRMED:
        return tr.t("visit", "You answered: I will come.")
    if visit.status is AppointmentStatus.DECLINED:
        return tr.t("visit", "You answered: I cannot come. I do not remind you of it.")
    return ""


def visit_label(tr: Translator, number: int, visit: Appointment, zone: str) -> str:
    """Return what an appointment's button says; the number tells it from the others."""
    if visit.kind is OccasionKind.AGE:
        return f"{number}. " + tr.t("person", "What changes at {age}", age=visit.details.what)
    if visit.kind is OccasionKind.REFERRAL:
        return f"{number}. " + tr.t(
            "referral", "Referral {number}", number=mask(visit.details.number)
        )
    wall = wall_of(visit.starts_at, zone)
    day, at = tr.short_date(wall.date()), tr.clock_time(wall.time())
    return shortened(f"{number}. {day}, {at}, {visit.details.what}", _LONGEST_LABEL)


def visit_button(tr: Translator, number: int, visit: Appointment, zone: str) -> Button:
    return Button(visit_label(tr, number, visit, zone), VisitTap(appointment=visit.id))


def add_button(tr: Translator, tap: AddVisitTap | None = None) -> Button:
    return Button(tr.t("visit", "Add an appointment"), tap or AddVisitTap())


def agenda_button(tr: Translator) -> Button:
    return Button(tr.t("menu", "My reminders"), AGENDA)


def prepare_button(tr: Translator, appointment: int) -> Button:
    return Button(tr.t("visit", "How to prepare"), PrepareTap(appointment=appointment))


def map_buttons(tr: Translator, visit: Appointment) -> tuple[Button, ...]:
    """Return the button to the map; none where the place is in the patient's words alone."""
    if visit.division is None:
        return ()
    return (Button(tr.t("doctors", "Show on the map"), VisitMapTap(appointment=visit.id)),)
