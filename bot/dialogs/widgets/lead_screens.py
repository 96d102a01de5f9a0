"""The screen of when to remind of one appointment."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.dialogs.screen import Button, Screen
from bot.dialogs.visit_callbacks import LeadChoice, LeadTap, VisitTap
from bot.dialogs.widgets.agenda import reminded_text
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.lead_words import lead_label
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.visit_words import visit_text
from bot.domain.reminders import Lead

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.domain.reminders import Appointment, Intent, ReminderSettings
    from bot.i18n import Translator

LEAD_OF = MappingProxyType(
    {
        LeadChoice.THREE_DAYS: Lead.THREE_DAYS,
        LeadChoice.DAY: Lead.DAY,
        LeadChoice.TWO_HOURS: Lead.TWO_HOURS,
    }
)


def visit_leads(
    tr: Translator,
    visit: Appointment,
    planned: Sequence[Intent],
    settings: ReminderSettings,
    now: datetime,
) -> Screen:
    """Return which reminders of `visit` are on, and when the planned ones come."""
    schedule = visit.schedule or settings.schedule
    rows = tuple(
        (Button(lead_label(tr, lead, schedule), LeadTap(appointment=visit.id, choice=choice)),)
        for choice, lead in LEAD_OF.items()
    )
    usual = Button(
        tr.t("visit", "As for all others"),
        LeadTap(appointment=visit.id, choice=LeadChoice.AS_USUAL),
    )
    own = ((usual,),) if visit.schedule else ()
    text = joined(
        [
            tr.t("visit", "<b>When to remind you of this appointment?</b>"),
            visit_text(tr, visit, now, settings.zone),
            reminded_text(tr, planned, now, settings.zone),
        ]
    )
    return Screen(text, (*rows, *own, menu_row(tr, VisitTap(appointment=visit.id))))
