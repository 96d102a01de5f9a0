"""The screen of when and how to remind, with the button that changes each choice."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.dialogs.screen import Button, Screen
from bot.dialogs.visit_callbacks import ReminderChoice, ReminderSettingTap, ZoneTap
from bot.dialogs.widgets.agenda import resume_button, silence_text
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.lead_words import lead_label
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.quiet_choices import quiet_text
from bot.dialogs.widgets.visit_words import AGENDA
from bot.dialogs.widgets.zone_choices import zone_name
from bot.domain.reminders import Lead

if TYPE_CHECKING:
    from bot.domain.reminders import ReminderSettings
    from bot.i18n import Translator

LEAD_OF = MappingProxyType(
    {
        ReminderChoice.THREE_DAYS: Lead.THREE_DAYS,
        ReminderChoice.DAY: Lead.DAY,
        ReminderChoice.TWO_HOURS: Lead.TWO_HOURS,
    }
)


def reminder_settings(tr: Translator, chosen: ReminderSettings) -> Screen:
    """Return what is chosen, each line with the button that changes it."""
    details = (
        tr.t("reminder settings", "On the locked screen: doctor and place are shown.")
        if chosen.shows_details
        else tr.t("reminder settings", "On the locked screen: only day and time.")
    )
    text = joined(
        [
            tr.t(
                "reminder settings",
                "<b>When to remind</b>\nTap to switch on or off. "
                "This changes all appointments to come.",
            ),
            quiet_text(tr, chosen.quiet),
            details,
            tr.t("reminder settings", "Time of: {zone}.", zone=zone_name(tr, chosen.zone)),
            silence_text(tr) if chosen.silenced_at else "",
        ]
    )
    rows = (
        *((_lead(tr, choice, chosen),) for choice in LEAD_OF),
        (_change(tr.t("reminder settings", "Quiet hours"), ReminderChoice.QUIET),),
        (_change(_details_label(tr, chosen), ReminderChoice.DETAILS),),
        (Button(tr.t("reminder settings", "I am in another country"), ZoneTap()),),
        (_silence(tr, chosen),),
    )
    return Screen(text, (*rows, menu_row(tr, AGENDA)))


def _lead(tr: Translator, choice: ReminderChoice, chosen: ReminderSettings) -> Button:
    return _change(lead_label(tr, LEAD_OF[choice], chosen.schedule), choice)


def _details_label(tr: Translator, chosen: ReminderSettings) -> str:
    if chosen.shows_details:
        return tr.t("reminder settings", "Hide doctor and place")
    return tr.t("reminder settings", "Show doctor and place at once")


def _silence(tr: Translator, chosen: ReminderSettings) -> Button:
    if chosen.silenced_at:
        return resume_button(tr)
    return _change(tr.t("reminder settings", "Switch everything off"), ReminderChoice.SILENCE)


def _change(label: str, choice: ReminderChoice) -> Button:
    return Button(label, ReminderSettingTap(choice=choice))
