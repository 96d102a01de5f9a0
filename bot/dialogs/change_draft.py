"""Asking once more for a part of the appointment that is being put together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from aiogram import F, Router

from bot.dialogs.screen import show
from bot.dialogs.states import Asked
from bot.dialogs.visit_callbacks import DraftAction, DraftTap
from bot.dialogs.widgets import visit_questions as ask
from bot.dialogs.widgets.visit_draft_card import change_question
from bot.dialogs.widgets.visit_state import draft_of, here_of, wait_for
from bot.dialogs.widgets.visit_steps import ask_for_whom, go_on
from bot.dialogs.widgets.with_reminders import WithReminders
from bot.domain.reminders.draft import VisitDraft

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.fsm.state import State
    from aiogram.types import CallbackQuery

    from bot.dialogs.screen import Screen
    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.reminders import Reminders

_OF_THE_END = {DraftAction.SAVE, DraftAction.AGREE, DraftAction.DROP}

router = Router(name="change_draft")
router.callback_query.middleware(WithReminders())


@router.callback_query(DraftTap.filter(~F.action.in_(_OF_THE_END)))
async def on_question(
    query: CallbackQuery,
    callback_data: DraftTap,
    state: FSMContext,
    tr: Translator,
    services: Services,
    reminders: Reminders,
) -> None:
    """Ask what was tapped; a draft that is gone begins anew."""
    draft = await draft_of(state, reminders) or VisitDraft()
    here = await here_of(query, services, reminders)
    action = callback_data.action
    if action is DraftAction.CHANGE and draft.starts:
        await show(query, change_question(tr, has_words=not draft.is_copy))
    elif action is DraftAction.FOR_WHOM:
        await ask_for_whom(query, draft, state, tr, reminders)
    elif action is DraftAction.SKIP:
        await go_on(query, replace(draft, is_worded=True), state, tr, services)
    elif question := _question(action, draft, here, tr):
        asked, screen = question
        await wait_for(state, asked, draft, reminders)
        await show(query, screen)
    else:
        await go_on(query, draft, state, tr, services)


def _question(
    action: DraftAction, draft: VisitDraft, here: ask.Here, tr: Translator
) -> tuple[State, Screen] | None:
    """Return what is waited for and its question, None where it cannot be asked yet."""
    match action:
        case DraftAction.DAY:
            return Asked.visit, ask.day_question(tr, here, draft.day or here.today)
        case DraftAction.TIME if draft.day:
            return Asked.visit_time, ask.time_question(tr, draft.day)
        case DraftAction.OWN_TIME if draft.day:
            return Asked.visit_time, ask.own_time_question(tr)
        case DraftAction.WORDS:
            return Asked.visit_words, ask.words_question(tr)
        case _:
            return None
