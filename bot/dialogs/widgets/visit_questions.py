"""The questions of a new appointment, one at a time, and the card of what was understood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from html import escape
from typing import TYPE_CHECKING

from aiogram.enums import ButtonStyle

from bot.dialogs.screen import Button, Screen
from bot.dialogs.visit_callbacks import DraftAction, DraftTap, TimeTap
from bot.dialogs.widgets.calendar import calendar_rows
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.visit_words import AGENDA, agenda_button, details_text, moment_text
from bot.domain.reminders import MOST_APPOINTMENTS, Details, moment_of

if TYPE_CHECKING:
    from datetime import date, datetime

    from bot.domain.reminders.draft import VisitDraft
    from bot.i18n import Translator

_COMMON_TIMES = tuple(time(hour, minute) for hour in range(8, 18) for minute in (0, 30))
_IN_ROW = 4


@dataclass(frozen=True, slots=True)
class Here:
    """The patient's now: `now` is aware, `zone` the clock that they live by."""

    now: datetime
    today: date
    zone: str


def first_question(tr: Translator, here: Here, month: date) -> Screen:
    text = tr.t(
        "visit",
        "<b>When is the appointment?</b>\n\n"
        "Write it in one line. For example:\n"
        "• <i>tomorrow at 9 cardiologist</i>\n"
        "• <i>25.12 10:30 ultrasound</i>\n\n"
        "Or choose the day.",
    )
    return Screen(text, (*calendar_rows(tr, month, here.today), menu_row(tr, AGENDA)))


def day_question(tr: Translator, here: Here, month: date, known: str = "") -> Screen:
    """Ask for the day alone; `known` is what is understood already."""
    text = joined([known, tr.t("visit", "<b>Which day?</b> Choose it, or write: 25 December.")])
    return Screen(text, (*calendar_rows(tr, month, here.today), menu_row(tr, AGENDA)))


def day_not_understood(tr: Translator, here: Here, month: date) -> Screen:
    text = tr.t(
        "visit",
        "<b>I did not find the day.</b>\n\n"
        "Write it like this: <i>tomorrow</i>, <i>on Tuesday</i>, <i>25.12</i>. "
        "Or choose it.",
    )
    return Screen(text, (*calendar_rows(tr, month, here.today), menu_row(tr, AGENDA)))


def already_past(tr: Translator, here: Here) -> Screen:
    text = tr.t("visit", "<b>This time has passed already.</b>\nChoose another day.")
    return Screen(text, (*calendar_rows(tr, here.today, here.today), menu_row(tr, AGENDA)))


def time_question(tr: Translator, day: date) -> Screen:
    text = tr.t(
        "visit", "<b>{day}</b>\nAt what time? Choose it, or write: 10:15.", day=tr.full_date(day)
    )
    buttons = [
        Button(tr.clock_time(at), TimeTap(minutes=at.hour * 60 + at.minute))
        for at in _COMMON_TIMES
    ]
    rows = tuple(
        tuple(buttons[start : start + _IN_ROW]) for start in range(0, len(buttons), _IN_ROW)
    )
    own = Button(tr.t("visit", "Another time"), DraftTap(action=DraftAction.OWN_TIME))
    back = DraftTap(action=DraftAction.DAY)
    return Screen(text, (*rows, (own,), menu_row(tr, back)))


def own_time_question(tr: Translator, *, is_again: bool = False) -> Screen:
    how = tr.t(
        "visit",
        "Write the time. For example:\n"
        "• <i>10:15</i>\n• <i>9 in the morning</i>\n• <i>half past two</i>",
    )
    missed = tr.t("visit", "<b>I did not find the time.</b>") if is_again else ""
    back = DraftTap(action=DraftAction.TIME)
    return Screen(joined([missed, how]), (menu_row(tr, back),))


def words_question(tr: Translator, *, is_too_long: bool = False) -> Screen:
    text = tr.t(
        "visit",
        "<b>What is it and where?</b>\n"
        "Write one line. For example: <i>cardiologist, Clinic 3, room 12</i>.\n\n"
        "You can leave it out.",
    )
    long = tr.t("visit", "<b>This is too long.</b> Write up to 150 signs.") if is_too_long else ""
    skip = Button(tr.t("visit", "Leave it out"), DraftTap(action=DraftAction.SKIP))
    return Screen(joined([long, text]), ((skip,), menu_row(tr, DraftTap(action=DraftAction.TIME))))


def draft_card(tr: Translator, draft: VisitDraft, starts: datetime, here: Here) -> Screen:
    """Show what was understood, before anything is kept."""
    text = joined(
        [
            tr.t("visit", "<b>This is what I understood</b>"),
            known_text(tr, draft, starts, here),
            tr.t("visit", "Is it right?"),
        ]
    )
    save = Button(
        tr.t("visit", "Save"), DraftTap(action=DraftAction.SAVE), style=ButtonStyle.SUCCESS
    )
    change = Button(tr.t("visit", "Change"), DraftTap(action=DraftAction.CHANGE))
    drop = Button(tr.t("visit", "Do not save"), DraftTap(action=DraftAction.DROP))
    return Screen(text, ((save,), (change, drop), menu_row(tr)))


def known_text(tr: Translator, draft: VisitDraft, starts: datetime, here: Here) -> str:
    details = Details(draft.what or unnamed(tr), draft.place, phone=draft.phone)
    moment = moment_text(tr, moment_of(starts, here.zone), here.now, here.zone)
    return f"{moment}\n{details_text(tr, details)}"


def quoted(words: str) -> str:
    """Return what the patient or the directory said, as HTML."""
    return escape(words)


def unnamed(tr: Translator) -> str:
    """Return what an appointment is called that the patient gave no words to."""
    return tr.t("visit", "Doctor's appointment")


def change_question(tr: Translator, *, has_words: bool) -> Screen:
    words = Button(tr.t("visit", "What and where"), DraftTap(action=DraftAction.WORDS))
    rows = (
        (
            Button(tr.t("visit", "Day"), DraftTap(action=DraftAction.DAY)),
            Button(tr.t("visit", "Time"), DraftTap(action=DraftAction.TIME)),
        ),
        *((words,),) * has_words,
    )
    text = tr.t("visit", "<b>What to change?</b>")
    return Screen(text, (*rows, menu_row(tr, DraftTap(action=DraftAction.CARD))))


def storing_consent(tr: Translator) -> Screen:
    """Ask before the first appointment is stored."""
    text = tr.t(
        "visit",
        "<b>May I store this appointment?</b>\n\n"
        "I will store its day, time, your words about it and the number of this chat. "
        "The words are encrypted. I need this to remind you.\n\n"
        "You can delete it at any time: Settings → Delete what is stored.",
    )
    yes = Button(tr.t("visit", "Yes, store it"), DraftTap(action=DraftAction.AGREE))
    no = Button(tr.t("visit", "No"), DraftTap(action=DraftAction.DROP))
    return Screen(text, ((yes, no), menu_row(tr, DraftTap(action=DraftAction.CARD))))


def too_many_visits(tr: Translator) -> Screen:
    text = tr.t(
        "visit",
        "<b>You have {count} appointments to come. More is not possible.</b>\n"
        "Cancel one of them, then try again.",
        count=MOST_APPOINTMENTS,
    )
    return Screen(text, ((agenda_button(tr),), menu_row(tr)))


def draft_dropped(tr: Translator) -> Screen:
    text = tr.t("visit", "All right, I stored nothing.")
    return Screen(text, ((agenda_button(tr),), menu_row(tr)))
