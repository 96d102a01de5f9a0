"""Adding or changing an appointment by typing: one line, a time, or what and where."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.dialogs.screen import chat_of, show
from bot.dialogs.states import Asked
from bot.dialogs.widgets import visit_questions as ask
from bot.dialogs.widgets.person_questions import visit_name_question
from bot.dialogs.widgets.visit_state import draft_of, here_of, wait_for
from bot.dialogs.widgets.visit_steps import go_on
from bot.domain.reminders import LONGEST_NAME, wall_of
from bot.domain.reminders.draft import VisitDraft
from bot.domain.reminders.phrase import place_of, read_phrase, read_time

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import Message

    from bot.i18n import Translator
    from bot.services import Services

_MOST_SIGNS = 150


async def on_words(
    message: Message, text: str, state: FSMContext, tr: Translator, services: Services
) -> bool:
    """Take a line that was asked for, or that surely means an appointment; False for others."""
    reminders = services.reminders
    if reminders is None:
        return False
    draft = await draft_of(state, reminders)
    settings = await reminders.change_settings.read(telegram_id=chat_of(message))
    today = wall_of(services.clock.now(), settings.zone).date()
    if draft is None:
        phrase = read_phrase(text, today)
        if not phrase.is_plan or "?" in text:
            return False
        await go_on(message, VisitDraft().filled(phrase), state, tr, services)
        return True
    asked = await state.get_state()
    if asked == Asked.visit_words:
        await _take_words(message, text, draft, state, tr, services)
    elif asked == Asked.visit_person:
        await _take_name(message, text, draft, state, tr, services)
    elif asked == Asked.visit_time:
        await _take_time(message, text, draft, state, tr, services)
    elif asked == Asked.visit_card and not read_phrase(text, today).is_about_time:
        return False  # nothing was asked: it may be a question of another kind
    else:
        filled = draft.filled(read_phrase(text, today))
        if (filled.day, filled.at) == (draft.day, draft.at):
            here = await here_of(message, services, reminders)
            await wait_for(state, Asked.visit, filled, reminders)
            await show(message, ask.day_not_understood(tr, here, here.today))
        else:
            await go_on(message, filled, state, tr, services)
    return True


async def _take_words(
    message: Message,
    text: str,
    draft: VisitDraft,
    state: FSMContext,
    tr: Translator,
    services: Services,
) -> None:
    what, place = place_of(text)
    if len(text) > _MOST_SIGNS:
        await show(message, ask.words_question(tr, is_too_long=True))
        return
    worded = replace(draft, what=what or draft.what, place=place or draft.place, is_worded=True)
    await go_on(message, worded, state, tr, services)


async def _take_time(
    message: Message,
    text: str,
    draft: VisitDraft,
    state: FSMContext,
    tr: Translator,
    services: Services,
) -> None:
    at = read_time(text)
    if at is None:
        await show(message, ask.own_time_question(tr, is_again=True))
    else:
        await go_on(message, draft.at_time(at), state, tr, services)


async def _take_name(
    message: Message,
    text: str,
    draft: VisitDraft,
    state: FSMContext,
    tr: Translator,
    services: Services,
) -> None:
    """Take for whom it is; the person is kept together with the appointment."""
    name = " ".join(text.split())
    if len(name) > LONGEST_NAME:
        await show(message, visit_name_question(tr, "long"))
    else:
        named = replace(draft, person=None, for_whom=name, is_for_known=True)
        await go_on(message, named, state, tr, services)
