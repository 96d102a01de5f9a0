"""The screens of when and how to remind: hours, quiet time, the clock, silence."""

from __future__ import annotations

from datetime import time
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.dialogs.screen import Button, Screen
from bot.dialogs.visit_callbacks import (
    QuietChoice,
    QuietTap,
    ReminderChoice,
    ReminderSettingTap,
    ZoneTap,
)
from bot.dialogs.widgets.agenda import resume_button, silence_text
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.visit_words import AGENDA, agenda_button
from bot.dialogs.widgets.watching import watches_button
from bot.domain.reminders import Lead, QuietTime

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.domain.reminders import ReminderSettings
    from bot.i18n import Translator

LEADS = MappingProxyType(
    {
        ReminderChoice.THREE_DAYS: Lead.THREE_DAYS,
        ReminderChoice.DAY: Lead.DAY,
        ReminderChoice.TWO_HOURS: Lead.TWO_HOURS,
    }
)
QUIET_TIMES = MappingProxyType(
    {
        QuietChoice.USUAL: QuietTime(time(21), time(8)),
        QuietChoice.EARLY: QuietTime(time(20), time(9)),
        QuietChoice.LATE: QuietTime(time(23), time(7)),
        QuietChoice.OFF: QuietTime(time(0), time(0)),
    }
)
_BACK = ReminderSettingTap()


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
        *((_lead(tr, choice, chosen),) for choice in LEADS),
        (_change(tr.t("reminder settings", "Quiet hours"), ReminderChoice.QUIET),),
        (_change(_details_label(tr, chosen), ReminderChoice.DETAILS),),
        (Button(tr.t("reminder settings", "I am in another country"), ZoneTap()),),
        (_silence(tr, chosen),),
    )
    return Screen(text, (*rows, menu_row(tr, AGENDA)))


def _lead(tr: Translator, choice: ReminderChoice, chosen: ReminderSettings) -> Button:
    labels = {
        ReminderChoice.THREE_DAYS: tr.t("reminder settings", "3 days before"),
        ReminderChoice.DAY: tr.t("reminder settings", "1 day before"),
        ReminderChoice.TWO_HOURS: tr.t("reminder settings", "2 hours before"),
    }
    is_on = LEADS[choice] in chosen.schedule.leads
    return _change(_marked(tr, labels[choice], is_on=is_on), choice)


def _marked(tr: Translator, label: str, *, is_on: bool) -> str:
    if is_on:
        return tr.t("reminder settings", "✓ {label}: yes", label=label)
    return tr.t("reminder settings", "{label}: no", label=label)


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


def quiet_text(tr: Translator, quiet: QuietTime) -> str:
    if quiet.is_off:
        return tr.t("reminder settings", "Quiet hours: none.")
    return tr.t(
        "reminder settings",
        "Quiet hours: from {begins} to {ends}. I am silent then.",
        begins=tr.clock_time(quiet.begins),
        ends=tr.clock_time(quiet.ends),
    )


def quiet_question(tr: Translator, chosen: ReminderSettings) -> Screen:
    text = joined(
        [
            tr.t("reminder settings", "<b>When should I be silent?</b>"),
            quiet_text(tr, chosen.quiet),
        ]
    )
    rows = tuple(
        (Button(_quiet_label(tr, quiet), QuietTap(choice=choice)),)
        for choice, quiet in QUIET_TIMES.items()
    )
    return Screen(text, (*rows, menu_row(tr, _BACK)))


def _quiet_label(tr: Translator, quiet: QuietTime) -> str:
    if quiet.is_off:
        return tr.t("reminder settings", "Never, remind at any hour")
    return tr.t(
        "reminder settings",
        "From {begins} to {ends}",
        begins=tr.clock_time(quiet.begins),
        ends=tr.clock_time(quiet.ends),
    )


def zone_question(tr: Translator) -> Screen:
    text = tr.t(
        "reminder settings",
        "<b>By whose clock do you live?</b>\n\n"
        "Choose a town with your time. I show Kyiv time beside it.",
    )
    buttons = [Button(name, ZoneTap(zone=zone)) for zone, name in _zone_names(tr).items()]
    pairs = tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))
    return Screen(text, (*pairs, menu_row(tr, _BACK)))


def zone_name(tr: Translator, zone: str) -> str:
    """Return the town that a patient chose; the code's own name for one that is not offered."""
    return _zone_names(tr).get(zone, zone)


def _zone_names(tr: Translator) -> Mapping[str, str]:
    return {
        "Europe/Kyiv": tr.t("zone", "Kyiv"),
        "Europe/Warsaw": tr.t("zone", "Warsaw"),
        "Europe/Berlin": tr.t("zone", "Berlin"),
        "Europe/Prague": tr.t("zone", "Prague"),
        "Europe/Rome": tr.t("zone", "Rome"),
        "Europe/Madrid": tr.t("zone", "Madrid"),
        "Europe/London": tr.t("zone", "London"),
        "Europe/Lisbon": tr.t("zone", "Lisbon"),
        "Europe/Istanbul": tr.t("zone", "Istanbul"),
        "Asia/Jerusalem": tr.t("zone", "Jerusalem"),
        "America/New_York": tr.t("zone", "New York"),
        "America/Chicago": tr.t("zone", "Chicago"),
        "America/Los_Angeles": tr.t("zone", "Los Angeles"),
        "America/Toronto": tr.t("zone", "Toronto"),
    }


def silenced(tr: Translator) -> Screen:
    """Say what /stop did, and how to come back."""
    text = tr.t(
        "reminder settings",
        "<b>Done. I will not write to you first any more.</b>\n\n"
        "All reminders and news about doctors are switched off. "
        "Your appointments stay in the list.\n\n"
        "To switch on again: tap the button, or My reminders → When to remind.",
    )
    return Screen(text, ((resume_button(tr),), (agenda_button(tr),), menu_row(tr)))


def nothing_to_silence(tr: Translator) -> Screen:
    """Return the answer to /stop where this bot keeps no reminders."""
    text = tr.t(
        "reminder settings",
        "<b>I send no reminders here.</b>\n"
        "I write first only about doctors whom you watch. You can stop watching them.",
    )
    return Screen(text, ((watches_button(tr),), menu_row(tr)))


def resumed(tr: Translator) -> Screen:
    text = tr.t(
        "reminder settings",
        "<b>Reminders are on again.</b>\nWhat passed meanwhile I do not repeat.",
    )
    return Screen(text, ((agenda_button(tr),), menu_row(tr)))
