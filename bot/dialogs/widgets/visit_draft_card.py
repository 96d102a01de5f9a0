"""The card of an appointment that is being put together, and what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram.enums import ButtonStyle

from bot.dialogs.screen import Button, Screen
from bot.dialogs.visit_callbacks import DraftAction, DraftTap, ForWhom, ForWhomTap
from bot.dialogs.widgets.knowledge import joined
from bot.dialogs.widgets.navigation import menu_row
from bot.dialogs.widgets.visit_words import agenda_button, details_text, moment_text
from bot.domain.reminders import MOST_APPOINTMENTS, Details, is_skipped, wall_of

if TYPE_CHECKING:
    from datetime import datetime

    from bot.dialogs.widgets.visit_questions import Here
    from bot.domain.reminders.draft import VisitDraft
    from bot.i18n import Translator


def draft_card(
    tr: Translator,
    draft: VisitDraft,
    starts_at: datetime,
    here: Here,
    *,
    is_for_asked: bool = True,
) -> Screen:
    """Show what was understood, before anything is kept.

    Whoever looks after nobody yet was not asked for whom it is, and finds a button for it here.
    """
    text = joined(
        [
            tr.t("visit", "<b>This is what I understood</b>"),
            known_text(tr, draft, starts_at, here),
            _clock_text(tr, draft, starts_at, here),
            tr.t("visit", "Is it right?"),
        ]
    )
    save = Button(
        tr.t("visit", "Save"), DraftTap(action=DraftAction.SAVE), style=ButtonStyle.SUCCESS
    )
    change = Button(tr.t("visit", "Change"), DraftTap(action=DraftAction.CHANGE))
    drop = Button(tr.t("visit", "Do not save"), DraftTap(action=DraftAction.DROP))
    other = Button(tr.t("visit", "It is for somebody else"), ForWhomTap(choice=ForWhom.NEW))
    new = ((other,),) if not is_for_asked and not draft.for_whom else ()
    return Screen(text, ((save,), (change, drop), *new, menu_row(tr)))


def known_text(tr: Translator, draft: VisitDraft, starts_at: datetime, here: Here) -> str:
    details = Details(draft.what or unnamed(tr), draft.place, note=draft.note, phone=draft.phone)
    moment = moment_text(tr, starts_at, here.now, here.zone)
    return f"{moment}\n{details_text(tr, details, draft.for_whom)}"


def _clock_text(tr: Translator, draft: VisitDraft, starts_at: datetime, here: Here) -> str:
    """Return what was done with an hour that does not exist, or exists twice."""
    starts = draft.starts
    if starts and is_skipped(starts, here.zone):
        return tr.t(
            "visit",
            "{asked} does not exist that night: the clocks go forward by an hour. "
            "I wrote down {taken}.",
            asked=tr.clock_time(starts.time()),
            taken=tr.clock_time(wall_of(starts_at, here.zone).time()),
        )
    if draft.is_second is None:
        return ""
    if draft.is_second:
        return tr.t("visit", "That night this hour comes twice. I took the second.")
    return tr.t("visit", "That night this hour comes twice. I took the first.")


def unnamed(tr: Translator) -> str:
    """Return what an appointment is called that the patient gave no words to."""
    return tr.t("visit", "Doctor's appointment")


def change_question(tr: Translator, *, has_words: bool) -> Screen:
    words = Button(tr.t("visit", "What and where"), DraftTap(action=DraftAction.WORDS))
    whom = Button(tr.t("visit", "For whom"), DraftTap(action=DraftAction.FOR_WHOM))
    rows = (
        (
            Button(tr.t("visit", "Day"), DraftTap(action=DraftAction.DAY)),
            Button(tr.t("visit", "Time"), DraftTap(action=DraftAction.TIME)),
        ),
        *((words, whom),) * has_words,
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
