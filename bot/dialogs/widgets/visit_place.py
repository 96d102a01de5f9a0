"""What is said of a visit's place that is not on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.screen import Screen
from bot.dialogs.visit_callbacks import VisitTap
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.visit_words import details_text

if TYPE_CHECKING:
    from bot.domain.reminders import Appointment
    from bot.i18n import Translator


def no_point(tr: Translator, visit: Appointment) -> Screen:
    text = tr.t(
        "visit",
        "<b>I do not know this place on the map.</b>\nAsk the clinic how to get there.",
    )
    back = VisitTap(appointment=visit.id)
    return Screen(joined([text, details_text(tr, visit.details)]), (menu_row(tr, back),))
