"""The screens of appointments that are kept: the list, one of them, its end."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from bot.dialogs.people_callbacks import LookedAfterTap
from bot.dialogs.reminder_callbacks import ComingTap
from bot.dialogs.screen import Button, Screen
from bot.dialogs.visit_callbacks import (
    LeadTap,
    ReminderChoice,
    ReminderSettingTap,
    VisitAction,
    VisitTap,
)
from bot.dialogs.widgets.directory_words import capitalised, shortened
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.own_words import own_line, own_list_button
from bot.dialogs.widgets.visit_words import (
    AGENDA,
    add_button,
    agenda_button,
    map_buttons,
    moment_text,
    prepare_button,
    referral_text,
    visit_button,
    visit_text,
)
from bot.domain.reminders import AppointmentStatus, OccasionKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.domain.reminders import Appointment, Intent
    from bot.i18n import Translator
    from bot.services.list_appointments import Agenda

_MOST_SHOWN = 12
_MOST_OWN_SHOWN = 4
_LONGEST_LINE = 120


def agenda(tr: Translator, listed: Agenda, now: datetime) -> Screen:
    """Return what is still to come, or what to do where nothing is."""
    zone = listed.settings.zone
    shown = listed.appointments[:_MOST_SHOWN]
    silence = silence_text(tr) if listed.settings.silenced_at else ""
    rows = tuple((visit_button(tr, n, one, zone),) for n, one in enumerate(shown, 1))
    people = Button(tr.t("person", "Whom I look after"), LookedAfterTap())
    setting = Button(tr.t("visit", "When to remind"), ReminderSettingTap())
    text = joined(
        [_head(tr, listed), *_lines(tr, shown, now, zone), _own_text(tr, listed, now), silence]
    )
    loud = ((resume_button(tr),),) if listed.settings.silenced_at else ()
    return Screen(
        text,
        (
            *rows,
            (add_button(tr),),
            *loud,
            (own_list_button(tr),),
            (people,),
            (setting,),
            menu_row(tr),
        ),
    )


def _own_text(tr: Translator, listed: Agenda, now: datetime) -> str:
    """The first of the patient's own reminders; all of them are one tap away."""
    if not listed.own:
        return ""
    zone = listed.settings.zone
    shown = [f"• {own_line(tr, one, now, zone)}" for one in listed.own[:_MOST_OWN_SHOWN]]
    more = len(listed.own) - len(shown)
    rest = tr.plural("own", "and {count} more", "and {count} more", more) if more else ""
    head = tr.t("own", "<b>My own reminders</b>")
    return "\n".join(filter(None, [head, *shown, rest]))


def _head(tr: Translator, listed: Agenda) -> str:
    if not listed.appointments:
        return tr.t(
            "visit",
            "<b>My reminders</b>\n\n"
            "There are no appointments yet. Add one, and I will remind you: "
            "3 days, 1 day and 2 hours before.\n\n"
            "You can simply write: <i>tomorrow at 9 cardiologist</i>.",
        )
    if len(listed.appointments) > _MOST_SHOWN:
        return tr.t(
            "visit",
            "<b>My reminders</b>\nThe next {shown} of {count}.",
            shown=_MOST_SHOWN,
            count=len(listed.appointments),
        )
    return tr.t("visit", "<b>My reminders</b>")


def _lines(tr: Translator, shown: Sequence[Appointment], now: datetime, zone: str) -> list[str]:
    lines = []
    for number, one in enumerate(shown, 1):
        if one.kind is OccasionKind.REFERRAL:
            lines.append(f"{number}. {referral_text(tr, one)}")
            continue
        moment = moment_text(tr, one.starts_at, now, zone)
        parts = (capitalised(one.details.what), _name_of(one), one.details.place)
        words = ", ".join(filter(None, parts))
        declined = one.status is AppointmentStatus.DECLINED
        mark = "\n" + tr.t("visit", "You answered: I cannot come.") if declined else ""
        lines.append(f"{number}. <b>{moment}</b>\n{escape(shortened(words, _LONGEST_LINE))}{mark}")
    return lines


def _name_of(visit: Appointment) -> str:
    return visit.for_whom.name if visit.for_whom else ""


def silence_text(tr: Translator) -> str:
    return tr.t("visit", "Reminders are switched off: you said /stop.")


def resume_button(tr: Translator) -> Button:
    tap = ReminderSettingTap(choice=ReminderChoice.RESUME)
    return Button(tr.t("visit", "Switch reminders on"), tap)


def visit_card(tr: Translator, visit: Appointment, now: datetime, zone: str) -> Screen:
    """Return one appointment, with what can still be done with it."""
    text = visit_text(tr, visit, now, zone)
    again = _button(tr.t("visit", "Again in a month"), visit, VisitAction.AGAIN)
    is_over = visit.starts_at <= now or visit.status is AppointmentStatus.CANCELLED
    if is_over:
        return Screen(text, ((again,), menu_row(tr, AGENDA)))
    cancel = _button(tr.t("visit", "Cancel"), visit, VisitAction.CANCEL)
    edit = _button(tr.t("visit", "Change"), visit, VisitAction.EDIT)
    file = _button(tr.t("visit", "To my calendar"), visit, VisitAction.FILE)
    is_declined = visit.status is AppointmentStatus.DECLINED
    last = coming_button(tr, visit) if is_declined else file
    leads = Button(tr.t("visit", "When to remind of it"), LeadTap(appointment=visit.id))
    place = (prepare_button(tr, visit.id), *map_buttons(tr, visit))
    rows = ((edit, cancel), place, (again,), (leads,), (last,), menu_row(tr, AGENDA))
    return Screen(text, rows)


def _button(label: str, visit: Appointment, action: VisitAction) -> Button:
    return Button(label, VisitTap(appointment=visit.id, action=action))


def coming_button(tr: Translator, visit: Appointment) -> Button:
    return Button(tr.t("reminder", "I will come"), ComingTap(appointment=visit.id))


def visit_saved(
    tr: Translator,
    visit: Appointment,
    reminders: Sequence[Intent],
    now: datetime,
    zone: str,
    *,
    is_silenced: bool = False,
) -> Screen:
    """Say what was kept and when it will be reminded of."""
    when_told = reminded_text(tr, reminders, now, zone)
    text = joined(
        [
            tr.t("visit", "<b>Saved.</b>"),
            visit_text(tr, visit, now, zone),
            silence_text(tr) if is_silenced else when_told,
        ]
    )
    file = _button(tr.t("visit", "To my calendar"), visit, VisitAction.FILE)
    loud = ((resume_button(tr),),) if is_silenced else ()
    return Screen(text, (*loud, (file,), (agenda_button(tr),), menu_row(tr)))


def reminded_text(tr: Translator, reminders: Sequence[Intent], now: datetime, zone: str) -> str:
    """Return when an appointment will be reminded of, or that it will not be."""
    if not reminders:
        return tr.t(
            "visit", "I will not remind you: too little time is left, or you switched it off."
        )
    lines = [f"• {moment_text(tr, one.due_at, now, zone)}" for one in reminders]
    return "\n".join([tr.t("visit", "I will remind you:"), *lines])
