"""The screens of /stop: nothing is sent any more, and how to come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.screen import Screen
from bot.dialogs.widgets.agenda import resume_button
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.visit_words import agenda_button
from bot.dialogs.widgets.watching import watches_button

if TYPE_CHECKING:
    from bot.i18n import Translator


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
