"""The complaint helper: asks what НСЗУ asks, gives the text to send, and forgets it all."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from aiogram import F, Router

from bot.dialogs.complaint_callbacks import (
    BeginComplaintTap,
    ComplaintDayTap,
    ComplaintTap,
    DayChoice,
    DropComplaintTap,
    SkipComplaintTap,
    TroubleTap,
)
from bot.dialogs.screen import show
from bot.dialogs.states import Asked
from bot.dialogs.widgets.complaint_screens import (
    about_complaint,
    complaint_dropped,
    complaint_over,
    complaint_question,
    complaint_ready,
    trouble_sentence,
    words_expected,
)
from bot.domain.complaint import MAY_SKIP, Complaint, Step, Trouble, tidy
from bot.domain.hours import KYIV
from bot.i18n import Language, Translator

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery, Message

    from bot.services import Services

_FLOW = "complaint"
_SHORTEST = 2

router = Router(name="complaint")


@router.callback_query(ComplaintTap.filter())
async def on_complaint(event: CallbackQuery | Message, state: FSMContext, tr: Translator) -> None:
    await state.clear()
    await show(event, about_complaint(tr))


@router.callback_query(BeginComplaintTap.filter())
async def on_begin(
    query: CallbackQuery, state: FSMContext, tr: Translator, services: Services
) -> None:
    services.figures.step(_FLOW, "began")
    await _ask(query, Complaint(), state, tr)


@router.callback_query(TroubleTap.filter())
async def on_trouble(
    query: CallbackQuery,
    callback_data: TroubleTap,
    state: FSMContext,
    tr: Translator,
    services: Services,
) -> None:
    complaint = await _at(Step.WHAT, state)
    if complaint is None:
        await show(query, complaint_over(tr))
        return
    chosen = replace(complaint, trouble=callback_data.trouble.value)
    if callback_data.trouble is Trouble.OTHER:
        await _ask(query, chosen, state, tr)
        return
    await _go_on(query, chosen, trouble_sentence(callback_data.trouble), state, tr, services)


@router.callback_query(ComplaintDayTap.filter())
async def on_day(
    query: CallbackQuery,
    callback_data: ComplaintDayTap,
    state: FSMContext,
    tr: Translator,
    services: Services,
) -> None:
    complaint = await _at(Step.WHEN, state)
    if complaint is None:
        await show(query, complaint_over(tr))
        return
    today = services.clock.now().astimezone(KYIV).date()
    day = today - timedelta(days=callback_data.day is DayChoice.YESTERDAY)
    written = Translator(Language.UK).full_date(day)  # the complaint itself is in Ukrainian
    await _go_on(query, complaint, written, state, tr, services)


@router.callback_query(SkipComplaintTap.filter())
async def on_skip(
    query: CallbackQuery, state: FSMContext, tr: Translator, services: Services
) -> None:
    complaint = await _of(state)
    if complaint is None or complaint.step not in MAY_SKIP:
        await show(query, complaint_over(tr))
        return
    await _go_on(query, complaint, "", state, tr, services)


@router.callback_query(DropComplaintTap.filter())
async def on_drop(query: CallbackQuery, state: FSMContext, tr: Translator) -> None:
    await state.clear()
    await show(query, complaint_dropped(tr))


async def on_words(
    message: Message, text: str, state: FSMContext, tr: Translator, services: Services
) -> bool:
    """Take an answer that is typed; False when no complaint is being written."""
    complaint = await _of(state)
    if complaint is None:
        return False
    if len(tidy(text)) < _SHORTEST:
        await show(message, words_expected(tr, complaint))
        return True
    await _go_on(message, complaint, text, state, tr, services)
    return True


@router.message(Asked.complaint, ~F.text, ~F.caption)
async def on_no_words(message: Message, state: FSMContext, tr: Translator) -> None:
    complaint = await _of(state)
    await show(message, words_expected(tr, complaint) if complaint else complaint_over(tr))


async def _go_on(
    event: CallbackQuery | Message,
    complaint: Complaint,
    answer: str,
    state: FSMContext,
    tr: Translator,
    services: Services,
) -> None:
    """Ask what comes next; the last answer goes into the text, and all is forgotten."""
    if complaint.step is Step.MYSELF:
        await state.clear()
        services.figures.step(_FLOW, "text")
        await show(event, complaint_ready(tr, complaint, tidy(answer)))
        return
    services.figures.step(_FLOW, complaint.step.value)
    await _ask(event, complaint.answered(answer), state, tr)


async def _ask(
    event: CallbackQuery | Message, complaint: Complaint, state: FSMContext, tr: Translator
) -> None:
    await state.set_state(Asked.complaint)
    await state.set_data({_FLOW: complaint.as_json()})
    await show(event, complaint_question(tr, complaint))


async def _at(step: Step, state: FSMContext) -> Complaint | None:
    """Return the complaint if it is at this step: an old button must not answer another one."""
    complaint = await _of(state)
    return complaint if complaint and complaint.step is step else None


async def _of(state: FSMContext) -> Complaint | None:
    if await state.get_state() != Asked.complaint:
        return None
    try:
        return Complaint.from_json((await state.get_data())[_FLOW])
    except (KeyError, TypeError, ValueError):  # written by another version of the bot
        return None
