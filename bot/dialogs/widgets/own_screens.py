"""The screens of reminders in the patient's own words that are kept, and of their answers."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from aiogram.enums import ButtonStyle

from bot.dialogs.own_callbacks import DoneTap, OwnAction, OwnAsk, OwnDraftTap, OwnTap
from bot.dialogs.reminder_callbacks import LaterTap
from bot.dialogs.screen import Button, Screen
from bot.dialogs.widgets.directory_words import capitalised, shortened
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.own_words import own_line, own_list_button, own_text
from bot.dialogs.widgets.visit_words import AGENDA, agenda_button, moment_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.domain.reminders import OwnReminder
    from bot.i18n import Translator

_LONGEST_LABEL = 34


def own_list(tr: Translator, own: Sequence[OwnReminder], now: datetime, zone: str) -> Screen:
    """Return what the patient asked to be reminded of, or what that is good for."""
    rows = tuple(
        (Button(shortened(f"{number}. {one.text}", _LONGEST_LABEL), OwnTap(reminder=one.id)),)
        for number, one in enumerate(own, 1)
    )
    add = Button(tr.t("own", "Add my own reminder"), OwnDraftTap(ask=OwnAsk.NEW))
    text = joined([tr.t("own", "<b>My own reminders</b>"), _list_text(tr, own, now, zone)])
    return Screen(text, (*rows, (add,), menu_row(tr, AGENDA)))


def _list_text(tr: Translator, own: Sequence[OwnReminder], now: datetime, zone: str) -> str:
    if own:
        lines = [own_line(tr, one, now, zone) for one in own]
        return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))
    return tr.t(
        "own",
        "There are none yet. I can remind you of anything: to take medicine, "
        "to take your blood pressure.\n\n"
        "You can simply write: <i>take medicine every day at 9</i>.",
    )


def own_card(
    tr: Translator, own: OwnReminder, now: datetime, zone: str, *, is_new: bool = False
) -> Screen:
    """Return one reminder, with what can be done with it."""
    saved = tr.t("own", "<b>Saved.</b>") if is_new else ""
    edit = Button(tr.t("own", "Change"), OwnTap(reminder=own.id, action=OwnAction.EDIT))
    stop = Button(tr.t("own", "Remind me no more"), OwnTap(reminder=own.id, action=OwnAction.STOP))
    text = joined([saved, own_text(tr, own, now, zone)])
    return Screen(text, ((edit,), (stop,), (own_list_button(tr),), menu_row(tr, AGENDA)))


def stop_question(tr: Translator, own: OwnReminder, now: datetime, zone: str) -> Screen:
    question = tr.t("own", "<b>Remind you of this no more?</b>")
    sure = Button(
        tr.t("own", "Yes, no more"),
        OwnTap(reminder=own.id, action=OwnAction.STOP_SURE),
        style=ButtonStyle.DANGER,
    )
    text = joined([question, own_text(tr, own, now, zone)])
    return Screen(text, ((sure,), menu_row(tr, OwnTap(reminder=own.id))))


def stopped(tr: Translator) -> Screen:
    text = tr.t("own", "<b>Good. I will remind you of this no more.</b>")
    return Screen(text, ((own_list_button(tr),), menu_row(tr)))


def own_gone(tr: Translator) -> Screen:
    """Say that a reminder does not come again, whatever was tapped."""
    text = tr.t("own", "<b>This reminder does not come any more.</b>\nSee which ones still do.")
    return Screen(text, ((own_list_button(tr),), menu_row(tr)))


def done(tr: Translator, following: OwnReminder | None, now: datetime, zone: str) -> Screen:
    """Answer «Зроблено», with the next time where there is one."""
    text = tr.t("own", "<b>Well done!</b>")
    if following:
        next_at = moment_text(tr, following.intent.due_at, now, zone)
        text = joined([text, tr.t("own", "Next: {when}", when=next_at)])
    return Screen(text, ((own_list_button(tr),), menu_row(tr)))


def own_told(tr: Translator, text: str, reminder: int) -> Screen:
    """Return what a neutral push was about, with the answers to it."""
    rows = (
        (done_button(tr, reminder),),
        (
            Button(tr.t("reminder", "Remind me later"), LaterTap(reminder=reminder)),
            stop_button(tr, reminder),
        ),
    )
    head = tr.t("own", "<b>You asked me to remind you:</b>")
    words = f"{head}\n{escape(capitalised(text))}"
    return Screen(words, (*rows, (agenda_button(tr),), menu_row(tr)))


def done_button(tr: Translator, reminder: int) -> Button:
    return Button(tr.t("own", "It is done"), DoneTap(reminder=reminder))


def stop_button(tr: Translator, reminder: int) -> Button:
    tap = OwnTap(reminder=reminder, action=OwnAction.STOP)
    return Button(tr.t("own", "Not again"), tap)


def too_many_own(tr: Translator) -> Screen:
    text = tr.t(
        "own",
        "<b>You have as many reminders of your own as I can keep.</b>\n"
        "Switch one of them off, then try again.",
    )
    return Screen(text, ((own_list_button(tr),), menu_row(tr)))
