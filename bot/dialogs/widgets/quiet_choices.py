"""The screen of quiet hours, and how they are said."""

from __future__ import annotations

from datetime import time
from types import MappingProxyType
from typing import TYPE_CHECKING

from bot.dialogs.screen import Button, Screen
from bot.dialogs.visit_callbacks import QuietChoice, QuietTap, ReminderSettingTap
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.navigation import menu_row
from bot.domain.reminders import QuietTime

if TYPE_CHECKING:
    from bot.domain.reminders import ReminderSettings
    from bot.i18n import Translator

QUIET_TIMES = MappingProxyType(
    {
        QuietChoice.USUAL: QuietTime(time(21), time(8)),
        QuietChoice.EARLY: QuietTime(time(20), time(9)),
        QuietChoice.LATE: QuietTime(time(23), time(7)),
        QuietChoice.OFF: QuietTime(time(0), time(0)),
    }
)


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
    return Screen(text, (*rows, menu_row(tr, ReminderSettingTap())))


def _quiet_label(tr: Translator, quiet: QuietTime) -> str:
    if quiet.is_off:
        return tr.t("reminder settings", "Never, remind at any hour")
    return tr.t(
        "reminder settings",
        "From {begins} to {ends}",
        begins=tr.clock_time(quiet.begins),
        ends=tr.clock_time(quiet.ends),
    )
