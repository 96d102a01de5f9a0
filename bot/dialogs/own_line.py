"""What is typed about a reminder in the patient's own words: one line, a day, or a time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.screen import show
from bot.dialogs.states import Asked
from bot.dialogs.widgets import own_questions as ask
from bot.dialogs.widgets.own_steps import go_on_own, own_draft_of
from bot.dialogs.widgets.visit_state import here_of
from bot.domain.reminders import LONGEST_TEXT
from bot.domain.reminders.own_draft import OwnDraft
from bot.domain.reminders.own_phrase import read_own
from bot.domain.reminders.phrase import read_phrase, read_time

if TYPE_CHECKING:
    from datetime import date

    from aiogram.fsm.context import FSMContext
    from aiogram.types import Message

    from bot.dialogs.screen import Screen
    from bot.dialogs.widgets.visit_questions import Here
    from bot.i18n import Translator
    from bot.services import Services


async def on_words(
    message: Message, text: str, state: FSMContext, tr: Translator, services: Services
) -> bool:
    """Take a line that was asked for, or that surely means such a reminder; False for others."""
    reminders = services.reminders
    if reminders is None:
        return False
    here = await here_of(message, services, reminders)
    asked = await state.get_state()
    draft = await own_draft_of(state, reminders)
    if draft is None:
        phrase = read_own(text, here.today)
        if asked is not None or not phrase.is_plan or "?" in text:
            return False
        await go_on_own(message, OwnDraft().filled(phrase), state, tr, services, reminders)
        return True
    if asked == Asked.own_card and not read_own(text, here.today).is_about_time:
        return False  # nothing was asked: it may be a question of another kind
    filled, question = _answered(asked, text, draft, here, tr)
    if question:
        await show(message, question)
    else:
        await go_on_own(message, filled, state, tr, services, reminders)
    return True


def _answered(
    asked: str | None, text: str, draft: OwnDraft, here: Here, tr: Translator
) -> tuple[OwnDraft, Screen | None]:
    """Return the draft with the answer; where it is none, the same question once more."""
    if asked == Asked.own_hour:
        at = read_time(text)
        return replace(draft, at=at), None if at else ask.own_hour_question(tr, is_again=True)
    if asked == Asked.own_day:
        day = _day(text, here)
        return draft.once(day), None if day else ask.own_day_question(tr, here, is_again=True)
    if asked == Asked.own_until:
        day = _day(text, here)
        again = None if day else ask.until_question(tr, here, is_again=True)
        return replace(draft, until=day), again
    return _worded(text, draft, here, tr)


def _worded(
    text: str, draft: OwnDraft, here: Here, tr: Translator
) -> tuple[OwnDraft, Screen | None]:
    filled = draft.filled(read_own(text, here.today))
    if len(" ".join(text.split())) > LONGEST_TEXT:
        return draft, ask.own_text_question(tr, "long")
    return filled, None if filled.text else ask.own_text_question(tr, "what")


def _day(text: str, here: Here) -> date | None:
    day = read_phrase(text, here.today).day
    return day if day and day >= here.today else None
