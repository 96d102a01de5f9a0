"""The questions of a new appointment, one at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from html import escape
from typing import TYPE_CHECKING

from bot.dialogs.screen import Button, Screen
from bot.dialogs.visit_callbacks import (
    DraftAction,
    DraftTap,
    HourTap,
    TimeTap,
)
from bot.dialogs.widgets.calendar import calendar_rows
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.visit_words import AGENDA
from bot.domain.reminders.draft import VisitDraft

if TYPE_CHECKING:
    from datetime import date, datetime

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


def day_question_for(tr: Translator, draft: VisitDraft, here: Here, month: date) -> Screen:
    """Ask for the day of `draft`; where nothing is known yet, for all of it in one line."""
    if draft == VisitDraft():
        return first_question(tr, here, month)
    known = quoted("\n".join(filter(None, (draft.what, draft.place))))
    return day_question(tr, here, month, known)


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


def which_hour(tr: Translator, draft: VisitDraft) -> Screen:
    """Ask which of an hour that comes twice: the clocks go back in it."""
    at = draft.at or time()
    text = tr.t(
        "visit",
        "<b>That night the clocks go back. {time} comes twice.</b>\n"
        "Which one do you mean? If you do not know, ask the clinic.",
        time=tr.clock_time(at),
    )
    first = Button(tr.t("visit", "The first one"), HourTap(is_second=False))
    second = Button(tr.t("visit", "The second, an hour later"), HourTap(is_second=True))
    return Screen(text, ((first,), (second,), menu_row(tr, DraftTap(action=DraftAction.TIME))))


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


def quoted(words: str) -> str:
    """Return what the patient or the directory said, as HTML."""
    return escape(words)
