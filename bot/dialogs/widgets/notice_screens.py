"""The screens of a clinic's message that says a visit will not take place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.screen import Button, Screen
from bot.dialogs.visit_callbacks import VisitAction, VisitTap
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.visit_words import add_button, agenda_button, visit_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.domain.reminders import Appointment
    from bot.i18n import Translator


def which_cancelled(tr: Translator, visits: Sequence[Appointment], zone: str) -> Screen:
    text = tr.t(
        "notice",
        "<b>The clinic cancelled a booking.</b>\nWhich of your appointments was it?",
    )
    rows = tuple(
        (
            Button(
                visit_label(tr, number, visit, zone),
                VisitTap(appointment=visit.id, action=VisitAction.CANCEL),
            ),
        )
        for number, visit in enumerate(visits, 1)
    )
    return Screen(text, (*rows, (agenda_button(tr),), menu_row(tr)))


def cancelled_elsewhere(tr: Translator) -> Screen:
    text = tr.t(
        "notice",
        "<b>This message says that a booking is cancelled.</b>\n"
        "I keep no appointment for that time, so there is nothing to remove here.\n\n"
        "Call the clinic and ask for another time. When you know it, write it to me.",
    )
    return Screen(text, ((add_button(tr),), (agenda_button(tr),), menu_row(tr)))
