"""Adding or changing an appointment with buttons: its day, its time, its words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from aiogram import F, Router

from bot.dialogs.screen import show
from bot.dialogs.states import Asked
from bot.dialogs.visit_callbacks import (
    AddVisitTap,
    DayTap,
    DraftAction,
    DraftTap,
    Idle,
    IdleTap,
    MonthTap,
    TimeTap,
)
from bot.dialogs.widgets import visit_questions as ask
from bot.dialogs.widgets.directory_words import capitalised, place_name
from bot.dialogs.widgets.guide import guide
from bot.dialogs.widgets.visit_state import draft_of, here_of, wait_for
from bot.dialogs.widgets.visit_steps import go_on
from bot.domain.capabilities import Section
from bot.domain.reminders import LONGEST_TEXT
from bot.domain.reminders.draft import VisitDraft
from bot.errors import NotFound

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery
    from aiogram.utils.callback_answer import CallbackAnswer

    from bot.i18n import Translator
    from bot.services import Services

router = Router(name="add_visit")


@router.callback_query(AddVisitTap.filter())
async def on_add(
    query: CallbackQuery,
    callback_data: AddVisitTap,
    state: FSMContext,
    tr: Translator,
    services: Services,
) -> None:
    """Begin; from the card of a doctor or a facility in a message of its own."""
    reminders = services.reminders
    if reminders is None:
        await state.clear()
        await show(query, guide(tr, Section.REMINDERS, services.clock.now()), fresh=True)
        return
    draft = await _draft_at(callback_data, services)
    here = await here_of(query, services, reminders)
    await wait_for(state, Asked.visit, draft, reminders)
    if draft.what or draft.place:
        known = "\n".join(filter(None, (draft.what, draft.place)))
        screen = ask.day_question(tr, here, here.today, ask.quoted(known))
        await show(query, screen, fresh=True)
    else:
        await show(query, ask.first_question(tr, here, here.today))


async def _draft_at(tap: AddVisitTap, services: Services) -> VisitDraft:
    """Return a draft with what the directory knows; an empty one for what it no longer has."""
    try:
        if tap.doctor:
            doctor = (await services.show_card.doctor(tap.doctor)).doctor
            division, what = doctor.division, capitalised(doctor.name)
        elif tap.division:
            division, what = (await services.show_card.division(tap.division)).division, ""
        else:
            return VisitDraft()
    except NotFound:
        return VisitDraft()
    place = ", ".join(filter(None, (place_name(division), division.address.line)))
    return VisitDraft(
        what=what[:LONGEST_TEXT],
        place=place[:LONGEST_TEXT],
        phone=next(iter(division.phones_to_call), ""),
        doctor=tap.doctor or None,
        division=division.key,
        is_worded=bool(what),
    )


@router.callback_query(IdleTap.filter())
async def on_idle(
    query: CallbackQuery,  # noqa: ARG001 - aiogram gives the event to every reaction
    callback_data: IdleTap,
    callback_answer: CallbackAnswer,
    tr: Translator,
) -> None:
    """Say why nothing happens."""
    if callback_data.why is Idle.PAST:
        callback_answer.text = tr.t("visit", "This day has passed. Choose another one.")
    else:
        callback_answer.text = tr.t("visit", "Tap the number of a day.")


@router.callback_query(MonthTap.filter())
async def on_month(
    query: CallbackQuery,
    callback_data: MonthTap,
    state: FSMContext,
    tr: Translator,
    services: Services,
) -> None:
    reminders = services.reminders
    if reminders is None:
        await show(query, guide(tr, Section.REMINDERS, services.clock.now()))
        return
    draft = await draft_of(state, reminders) or VisitDraft()
    here = await here_of(query, services, reminders)
    await wait_for(state, Asked.visit, draft, reminders)
    known = ask.quoted("\n".join(filter(None, (draft.what, draft.place))))
    is_new = draft == VisitDraft()
    await show(
        query,
        ask.first_question(tr, here, callback_data.date)
        if is_new
        else ask.day_question(tr, here, callback_data.date, known),
    )


@router.callback_query(DayTap.filter())
async def on_day(
    query: CallbackQuery,
    callback_data: DayTap,
    state: FSMContext,
    tr: Translator,
    services: Services,
) -> None:
    if services.reminders is None:
        await show(query, guide(tr, Section.REMINDERS, services.clock.now()))
        return
    draft = await draft_of(state, services.reminders) or VisitDraft()
    await go_on(query, replace(draft, day=callback_data.date), state, tr, services)


@router.callback_query(TimeTap.filter())
async def on_time(
    query: CallbackQuery,
    callback_data: TimeTap,
    state: FSMContext,
    tr: Translator,
    services: Services,
) -> None:
    if services.reminders is None:
        await show(query, guide(tr, Section.REMINDERS, services.clock.now()))
        return
    draft = await draft_of(state, services.reminders) or VisitDraft()
    await go_on(query, replace(draft, at=callback_data.time), state, tr, services)


_ASKING = {
    DraftAction.CHANGE,
    DraftAction.DAY,
    DraftAction.TIME,
    DraftAction.OWN_TIME,
    DraftAction.WORDS,
    DraftAction.SKIP,
    DraftAction.CARD,
}


@router.callback_query(DraftTap.filter(F.action.in_(_ASKING)))
async def on_question(
    query: CallbackQuery,
    callback_data: DraftTap,
    state: FSMContext,
    tr: Translator,
    services: Services,
) -> None:
    """Ask once more for a part of the draft; a draft that is gone begins anew."""
    reminders = services.reminders
    if reminders is None:
        await show(query, guide(tr, Section.REMINDERS, services.clock.now()))
        return
    draft = await draft_of(state, reminders) or VisitDraft()
    here = await here_of(query, services, reminders)
    match callback_data.action:
        case DraftAction.CHANGE if draft.starts:
            screen = ask.change_question(tr, has_words=not draft.is_copy)
            await show(query, screen)
        case DraftAction.DAY:
            await wait_for(state, Asked.visit, draft, reminders)
            await show(query, ask.day_question(tr, here, draft.day or here.today))
        case DraftAction.TIME if draft.day:
            await wait_for(state, Asked.visit_time, draft, reminders)
            await show(query, ask.time_question(tr, draft.day))
        case DraftAction.OWN_TIME if draft.day:
            await wait_for(state, Asked.visit_time, draft, reminders)
            await show(query, ask.own_time_question(tr))
        case DraftAction.WORDS:
            await wait_for(state, Asked.visit_words, draft, reminders)
            await show(query, ask.words_question(tr))
        case DraftAction.SKIP:
            await go_on(query, replace(draft, is_worded=True), state, tr, services)
        case _:
            await go_on(query, draft, state, tr, services)
