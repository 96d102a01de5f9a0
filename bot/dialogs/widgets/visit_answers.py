"""The screens of an appointment that is cancelled, or that the patient answers."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from aiogram.enums import ButtonStyle

from bot.dialogs.reminder_callbacks import CannotTap, LaterChoice, LaterTap, MoveTap
from bot.dialogs.screen import Button, Screen
from bot.dialogs.visit_callbacks import VisitAction, VisitTap
from bot.dialogs.widgets.agenda import coming_button
from bot.dialogs.widgets.call_words import call_rows, call_text
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.visit_words import agenda_button, moment_text, visit_button, visit_text

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.reminders import Appointment
    from bot.i18n import Translator
    from bot.services.show_told import Told

_MOST_IN_FULL = 6
"""More does not fit into one message; each has its button."""


def cancel_question(tr: Translator, visit: Appointment, now: datetime, zone: str) -> Screen:
    question = tr.t(
        "visit",
        "<b>Cancel this appointment?</b>\n"
        "I will not remind you any more. The clinic does not learn of it: call them yourself.",
    )
    sure = Button(
        tr.t("visit", "Yes, cancel"),
        VisitTap(appointment=visit.id, action=VisitAction.CANCEL_SURE),
        style=ButtonStyle.DANGER,
    )
    back = VisitTap(appointment=visit.id)
    text = joined([question, visit_text(tr, visit, now, zone)])
    return Screen(text, ((sure,), menu_row(tr, back)))


def visit_cancelled(tr: Translator, visit: Appointment) -> Screen:
    text = joined(
        [tr.t("visit", "<b>Cancelled.</b> I will not remind you of it."), call_text(tr, visit)]
    )
    return Screen(text, (*call_rows(tr, visit), (agenda_button(tr),), menu_row(tr)))


def coming(tr: Translator, visit: Appointment, now: datetime, zone: str) -> Screen:
    text = joined([tr.t("visit", "<b>Good.</b>"), visit_text(tr, visit, now, zone)])
    cannot = Button(tr.t("reminder", "I cannot come"), CannotTap(appointment=visit.id))
    return Screen(text, ((cannot,), (agenda_button(tr),), menu_row(tr)))


def cannot_come(tr: Translator, visit: Appointment) -> Screen:
    text = joined(
        [
            tr.t("visit", "<b>I understand. I will not remind you of this appointment.</b>"),
            call_text(tr, visit),
        ]
    )
    move = Button(tr.t("reminder", "Move it"), MoveTap(appointment=visit.id))
    rows = (*call_rows(tr, visit), (move, coming_button(tr, visit)), (agenda_button(tr),))
    return Screen(text, (*rows, menu_row(tr)))


def visit_gone(tr: Translator) -> Screen:
    text = tr.t(
        "visit", "<b>This appointment is not here any more.</b>\nSee what is still to come."
    )
    return Screen(text, ((agenda_button(tr),), menu_row(tr)))


def later_question(tr: Translator, reminder: int) -> Screen:
    labels = {
        LaterChoice.HALF_HOUR: tr.t("reminder", "In half an hour"),
        LaterChoice.TWO_HOURS: tr.t("reminder", "In 2 hours"),
        LaterChoice.EVENING: tr.t("reminder", "In the evening at 18:00"),
        LaterChoice.TOMORROW: tr.t("reminder", "Tomorrow at this time"),
    }
    rows = tuple(
        (Button(label, LaterTap(reminder=reminder, choice=choice)),)
        for choice, label in labels.items()
    )
    text = tr.t("reminder", "<b>When to remind you again?</b>")
    return Screen(text, (*rows, (agenda_button(tr),), menu_row(tr)))


def put_off(tr: Translator, due_at: datetime, now: datetime, zone: str) -> Screen:
    text = tr.t(
        "reminder", "Good. I will remind you: {when}.", when=moment_text(tr, due_at, now, zone)
    )
    return Screen(text, ((agenda_button(tr),), menu_row(tr)))


def too_late_to_put_off(tr: Translator) -> Screen:
    text = tr.t(
        "reminder",
        "<b>I cannot remind you then.</b>\nThe appointment begins before, or it is not kept.",
    )
    return Screen(text, ((agenda_button(tr),), menu_row(tr)))


def told_again(tr: Translator, told: Told, now: datetime, zone: str) -> Screen:
    """Return everything that one message was about."""
    visits = [visit_text(tr, one, now, zone) for one in told.appointments[:_MOST_IN_FULL]]
    rows = tuple(
        (visit_button(tr, number, one, zone),) for number, one in enumerate(told.appointments, 1)
    )
    words = [escape(text) for text in told.texts[:_MOST_IN_FULL]]
    return Screen(joined([*visits, *words]), (*rows, (agenda_button(tr),), menu_row(tr)))
