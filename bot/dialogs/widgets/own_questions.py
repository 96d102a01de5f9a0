"""The questions of a reminder in the patient's own words, and the card of what was understood."""

from __future__ import annotations

from datetime import time, timedelta
from html import escape
from typing import TYPE_CHECKING

from aiogram.enums import ButtonStyle

from bot.dialogs.own_callbacks import (
    OwnAsk,
    OwnDayTap,
    OwnDraftTap,
    OwnListTap,
    OwnTimeTap,
    OwnWeekTap,
)
from bot.dialogs.screen import Button, Screen
from bot.dialogs.widgets.directory_words import capitalised
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.own_words import often_text, own_list_button
from bot.dialogs.widgets.visit_words import moment_text
from bot.domain.reminders import LONGEST_TEXT, moment_of

if TYPE_CHECKING:
    from datetime import date

    from bot.dialogs.widgets.visit_questions import Here
    from bot.domain.reminders.own_draft import OwnDraft
    from bot.i18n import Translator

_COMMON_TIMES = tuple(time(hour) for hour in (7, 8, 9, 12, 14, 16, 18, 19, 20, 21, 22))
_IN_ROW = 4
_CARD = OwnDraftTap(ask=OwnAsk.CARD)
_LIST = OwnListTap()


def own_text_question(tr: Translator, problem: str = "") -> Screen:
    """Ask of what to remind; `problem` is the code of what was wrong with the last answer."""
    text = tr.t(
        "own",
        "<b>What shall I remind you of?</b>\n"
        "Write it in one line. For example:\n"
        "• <i>take blood pressure every morning</i>\n"
        "• <i>order medicine</i>",
    )
    problems = {
        "long": tr.t("own", "<b>This is too long.</b> Up to {count} signs.", count=LONGEST_TEXT),
        "what": tr.t("own", "<b>I did not understand of what to remind.</b>"),
    }
    return Screen(joined([problems.get(problem, ""), text]), (menu_row(tr, _LIST),))


def how_often_question(tr: Translator, draft: OwnDraft) -> Screen:
    text = joined([_quoted(draft), tr.t("own", "<b>How often?</b>")])
    daily = Button(tr.t("own", "Every day"), OwnDraftTap(ask=OwnAsk.DAILY))
    weekly = Button(tr.t("own", "On some days of the week"), OwnWeekTap.of(draft.weekdays))
    once = Button(tr.t("own", "Once"), OwnDraftTap(ask=OwnAsk.ONCE))
    back = OwnDraftTap(ask=OwnAsk.TEXT)
    return Screen(text, ((daily,), (weekly,), (once,), menu_row(tr, back)))


def weekdays_question(tr: Translator, chosen: OwnWeekTap) -> Screen:
    """Ask for days of the week; each is switched with a tap."""
    buttons = [_weekday(tr, chosen, number) for number in range(7)]
    done = Button(
        tr.t("own", "Done"),
        OwnWeekTap(days=chosen.days, is_done=True),
        style=ButtonStyle.SUCCESS,
    )
    rows = (tuple(buttons[:_IN_ROW]), tuple(buttons[_IN_ROW:]))
    taken = ((done,),) if chosen.days else ()
    text = tr.t("own", "<b>On which days?</b>\nTap each one, then “Done”.")
    return Screen(text, (*rows, *taken, menu_row(tr, OwnDraftTap(ask=OwnAsk.HOW_OFTEN))))


def _weekday(tr: Translator, chosen: OwnWeekTap, number: int) -> Button:
    name = tr.weekday(number)
    label = tr.t("own", "✓ {day}", day=name) if number in chosen.weekdays else name
    return Button(label, chosen.with_switched(number))


def own_day_question(tr: Translator, here: Here, *, is_again: bool = False) -> Screen:
    """Ask for the day of a reminder that comes once."""
    missed = _day_missed(tr) if is_again else ""
    text = tr.t("own", "<b>On which day?</b> Choose it, or write: 25 December.")
    labels = (tr.t("own", "Today"), tr.t("own", "Tomorrow"), tr.t("own", "The day after tomorrow"))
    rows = tuple(
        (Button(label, OwnDayTap(day=(here.today + timedelta(days=ahead)).toordinal())),)
        for ahead, label in enumerate(labels)
    )
    back = OwnDraftTap(ask=OwnAsk.HOW_OFTEN)
    return Screen(joined([missed, text]), (*rows, menu_row(tr, back)))


def until_question(tr: Translator, here: Here, *, is_again: bool = False) -> Screen:
    """Ask for the last day of a reminder that comes again."""
    missed = _day_missed(tr) if is_again else ""
    text = tr.t("own", "<b>Until which day?</b> Choose it, or write: 25 December.")
    spans = {
        6: tr.t("own", "For a week"),
        13: tr.t("own", "For 2 weeks"),
        29: tr.t("own", "For 30 days"),
    }
    rows = tuple(
        (Button(label, _last_day(here.today + timedelta(days=ahead))),)
        for ahead, label in spans.items()
    )
    endless = Button(tr.t("own", "Until I switch it off"), OwnDraftTap(ask=OwnAsk.ENDLESS))
    return Screen(joined([missed, text]), (*rows, (endless,), menu_row(tr, _CARD)))


def _last_day(day: date) -> OwnDayTap:
    return OwnDayTap(day=day.toordinal(), is_last=True)


def _day_missed(tr: Translator) -> str:
    return tr.t("own", "<b>I did not find a day that is still to come.</b>")


def own_hour_question(tr: Translator, *, is_again: bool = False) -> Screen:
    missed = tr.t("own", "<b>I did not find the time.</b>") if is_again else ""
    text = tr.t("own", "<b>At what time?</b> Choose it, or write: 8:30.")
    buttons = [Button(tr.clock_time(at), OwnTimeTap(minutes=at.hour * 60)) for at in _COMMON_TIMES]
    rows = tuple(
        tuple(buttons[start : start + _IN_ROW]) for start in range(0, len(buttons), _IN_ROW)
    )
    back = OwnDraftTap(ask=OwnAsk.HOW_OFTEN)
    return Screen(joined([missed, text]), (*rows, menu_row(tr, back)))


def own_draft_card(tr: Translator, draft: OwnDraft, here: Here) -> Screen:
    """Show what was understood, before anything is kept."""
    text = joined(
        [
            tr.t("own", "<b>This is what I understood</b>"),
            "\n".join([_quoted(draft), *_when_lines(tr, draft, here)]),
            tr.t("own", "Is it right?"),
        ]
    )
    save = Button(tr.t("own", "Save"), OwnDraftTap(ask=OwnAsk.SAVE), style=ButtonStyle.SUCCESS)
    change = Button(tr.t("own", "Change"), OwnDraftTap(ask=OwnAsk.CHANGE))
    drop = Button(tr.t("own", "Do not save"), OwnDraftTap(ask=OwnAsk.DROP))
    return Screen(text, ((save,), (change, drop), menu_row(tr)))


def _when_lines(tr: Translator, draft: OwnDraft, here: Here) -> list[str]:
    starts, again = draft.starts(here.today), draft.recurrence
    if starts is None:
        return []
    if again is None:
        return [moment_text(tr, moment_of(starts, here.zone), here.now, here.zone)]
    lines = [often_text(tr, again, starts.time())]
    if again.until:
        lines.append(tr.t("own", "Last day: {day}", day=tr.full_date(again.until)))
    return lines


def own_change_question(tr: Translator, draft: OwnDraft) -> Screen:
    def ask(label: str, what: OwnAsk) -> Button:
        return Button(label, OwnDraftTap(ask=what))

    until = ((ask(tr.t("own", "Until which day"), OwnAsk.UNTIL),),) if draft.every else ()
    rows = (
        (ask(tr.t("own", "Words"), OwnAsk.TEXT), ask(tr.t("own", "Time"), OwnAsk.TIME)),
        (ask(tr.t("own", "How often"), OwnAsk.HOW_OFTEN),),
        *until,
    )
    return Screen(tr.t("own", "<b>What to change?</b>"), (*rows, menu_row(tr, _CARD)))


def own_storing_consent(tr: Translator) -> Screen:
    """Ask before the first thing of a patient is stored."""
    text = tr.t(
        "own",
        "<b>May I store this reminder?</b>\n\n"
        "I will store its time, your words and the number of this chat. "
        "The words are encrypted. I need this to remind you.\n\n"
        "You can delete it at any time: Settings → Delete what is stored.",
    )
    yes = Button(tr.t("own", "Yes, store it"), OwnDraftTap(ask=OwnAsk.AGREE))
    no = Button(tr.t("own", "No"), OwnDraftTap(ask=OwnAsk.DROP))
    return Screen(text, ((yes, no), menu_row(tr, _CARD)))


def own_time_past(tr: Translator) -> Screen:
    text = tr.t("own", "<b>This time has passed already.</b>\nChange the day or the time.")
    change = Button(tr.t("own", "Change"), OwnDraftTap(ask=OwnAsk.CHANGE))
    return Screen(text, ((change,), menu_row(tr, _CARD)))


def own_dropped(tr: Translator) -> Screen:
    text = tr.t("own", "All right, I stored nothing.")
    return Screen(text, ((own_list_button(tr),), menu_row(tr)))


def _quoted(draft: OwnDraft) -> str:
    return escape(capitalised(draft.text))
