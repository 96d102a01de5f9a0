"""Putting together a reminder in the patient's own words, with buttons, and keeping it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from aiogram import F, Router

from bot.dialogs.own_callbacks import OwnAsk, OwnDayTap, OwnDraftTap, OwnTimeTap, OwnWeekTap
from bot.dialogs.screen import show
from bot.dialogs.states import Asked
from bot.dialogs.widgets import own_questions as ask
from bot.dialogs.widgets.own_steps import go_on_own, own_draft_of, wait_for_own
from bot.dialogs.widgets.visit_state import here_of
from bot.dialogs.widgets.with_reminders import WithReminders
from bot.domain.reminders import Every
from bot.domain.reminders.own_draft import OwnDraft

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.fsm.state import State
    from aiogram.types import CallbackQuery

    from bot.dialogs.screen import Screen
    from bot.dialogs.widgets.visit_questions import Here
    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.reminders import Reminders

_OF_THE_END = {OwnAsk.SAVE, OwnAsk.AGREE, OwnAsk.DROP}

router = Router(name="own_draft")
router.callback_query.middleware(WithReminders())


@router.callback_query(OwnDraftTap.filter(~F.ask.in_(_OF_THE_END)))
async def on_ask(
    query: CallbackQuery,
    callback_data: OwnDraftTap,
    state: FSMContext,
    tr: Translator,
    services: Services,
    reminders: Reminders,
) -> None:
    """Ask what was tapped, or take it; a draft that is gone begins anew."""
    draft = await own_draft_of(state, reminders) or OwnDraft()
    if callback_data.ask is OwnAsk.NEW:
        draft = OwnDraft()
    draft = _taken(callback_data.ask, draft)
    here = await here_of(query, services, reminders)
    if question := _question(callback_data.ask, draft, here, tr):
        asked, screen = question
        await wait_for_own(state, asked, draft, reminders)
        await show(query, screen)
    else:
        await go_on_own(query, draft, state, tr, services, reminders)


def _taken(tapped: OwnAsk, draft: OwnDraft) -> OwnDraft:
    match tapped:
        case OwnAsk.DAILY:
            return draft.again(Every.DAY)
        case OwnAsk.ONCE:
            return draft.once(None)
        case OwnAsk.ENDLESS:
            return replace(draft, until=None)
        case _:
            return draft


def _question(
    tapped: OwnAsk, draft: OwnDraft, here: Here, tr: Translator
) -> tuple[State, Screen] | None:
    """Return what is waited for and its question; None where the next missing part is asked."""
    if not draft.text:
        return None
    found: tuple[State, Screen] | None = None
    match tapped:
        case OwnAsk.TEXT:
            found = Asked.own_text, ask.own_text_question(tr)
        case OwnAsk.HOW_OFTEN:
            found = Asked.own_text, ask.how_often_question(tr, draft)
        case OwnAsk.TIME:
            found = Asked.own_hour, ask.own_hour_question(tr)
        case OwnAsk.UNTIL if draft.every:
            found = Asked.own_until, ask.until_question(tr, here)
        case OwnAsk.CHANGE:
            found = Asked.own_text, ask.own_change_question(tr, draft)
    return found


@router.callback_query(OwnWeekTap.filter())
async def on_weekdays(
    query: CallbackQuery,
    callback_data: OwnWeekTap,
    state: FSMContext,
    tr: Translator,
    services: Services,
    reminders: Reminders,
) -> None:
    draft = await own_draft_of(state, reminders) or OwnDraft()
    if callback_data.is_done and callback_data.days:
        weekly = draft.again(Every.WEEK, callback_data.weekdays)
        await go_on_own(query, weekly, state, tr, services, reminders)
    else:
        await show(query, ask.weekdays_question(tr, callback_data))


@router.callback_query(OwnTimeTap.filter())
async def on_hour(
    query: CallbackQuery,
    callback_data: OwnTimeTap,
    state: FSMContext,
    tr: Translator,
    services: Services,
    reminders: Reminders,
) -> None:
    draft = await own_draft_of(state, reminders) or OwnDraft()
    timed = replace(draft, at=callback_data.time)
    await go_on_own(query, timed, state, tr, services, reminders)


@router.callback_query(OwnDayTap.filter())
async def on_day(
    query: CallbackQuery,
    callback_data: OwnDayTap,
    state: FSMContext,
    tr: Translator,
    services: Services,
    reminders: Reminders,
) -> None:
    draft = await own_draft_of(state, reminders) or OwnDraft()
    day = callback_data.date
    dated = replace(draft, until=day) if callback_data.is_last else draft.once(day)
    await go_on_own(query, dated, state, tr, services, reminders)
