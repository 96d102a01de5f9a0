"""What a patient says in their own words: a label, a number, an answer, or a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from aiogram import Router
from aiogram.filters import Filter

from bot.dialogs import (
    clinic_notice,
    complaint,
    doctor_answer,
    my_change,
    my_phone,
    my_request,
    numbers,
    own_line,
    person_line,
    reminder_zone,
    sign_in,
    understanding,
    visit_line,
)
from bot.dialogs.screen import chat_of, show
from bot.dialogs.states import Asked
from bot.dialogs.widgets.search_draft import SEARCH_STATES
from bot.dialogs.widgets.visit_state import VISIT_STATES
from bot.domain.hours import KYIV
from bot.domain.reminders import wall_of
from bot.domain.requisition import read_numbers
from bot.domain.understanding import Outcome, Place
from bot.handlers import spoken_code
from bot.handlers.numbers_in_text import answer_numbers
from bot.handlers.opening import open_target

if TYPE_CHECKING:
    from datetime import date

    from aiogram.fsm.context import FSMContext
    from aiogram.types import Message

    from bot.domain.understanding import Understood
    from bot.i18n import Translator
    from bot.services import Services

_SURE: Final = 0.8
"""A score from which words are a question, though the words of a search were asked for."""


class HasText(Filter):
    """Lets through a message of words; gives the handler the words."""

    async def __call__(self, message: Message) -> bool | dict[str, str]:
        text = message.text or message.caption
        return {"text": text} if text else False


router = Router(name="free_text")


@router.message(HasText())
@router.edited_message(HasText())
async def on_text(
    message: Message, text: str, state: FSMContext, tr: Translator, services: Services
) -> None:
    target = services.understand.label(text)
    if target:
        await open_target(message, target, state, tr, services)
        return
    if await spoken_code.on_words(message, text, state, tr, services):
        return
    if await state.get_state() == Asked.ward:
        await sign_in.on_ward(message, text, state, tr, services)
        return
    for on_words in (
        my_phone.on_words,
        my_change.on_words,
        my_request.on_words,
        person_line.on_words,
        complaint.on_words,
        own_line.on_words,
        reminder_zone.on_words,
        clinic_notice.on_words,
    ):
        if await on_words(message, text, state, tr, services):
            return
    await _on_own_words(message, text, state, tr, services)


async def _on_own_words(
    message: Message, text: str, state: FSMContext, tr: Translator, services: Services
) -> None:
    """Take numbers and lines of a plan first, then what a search asked for, then the meaning."""
    asked = await state.get_state()
    reading = read_numbers(text)
    understood = services.understand(text, today=await _today(message, services))
    is_plan = not reading.numbers and (asked in VISIT_STATES or not _is_booking(understood))
    if is_plan and await visit_line.on_words(message, text, state, tr, services):
        return
    if not reading.is_empty:
        await answer_numbers(message, reading, tr, services)
    elif asked == Asked.referral_number and understood.target is None:
        await show(message, numbers.no_number(tr))
    elif asked in SEARCH_STATES and not _leads_elsewhere(understood):
        await doctor_answer.on_words(message, text, state, tr, services)
    else:
        await _answer_meaning(message, understood, text, state, tr, services)


async def _today(message: Message, services: Services) -> date:
    """Return the day on the patient's wall; in Kyiv where no appointments are kept."""
    now = services.clock.now()
    if services.reminders is None:
        return now.astimezone(KYIV).date()
    settings = await services.reminders.change_settings.read(telegram_id=chat_of(message))
    return wall_of(now, settings.zone).date()


def _is_booking(understood: Understood) -> bool:
    """Tell «book me a visit» from «remember my visit», which names its time."""
    said = understood.entities
    is_search = understood.target is not None and understood.target.place is Place.FIND
    return is_search and said.asks_to_book and said.at is None


def _leads_elsewhere(understood: Understood) -> bool:
    """Tell a question from the words of a search, which name a doctor or a place."""
    best = understood.target and understood.guesses[0]
    if not best or best.target.place is Place.FIND:
        return False
    return best.score >= _SURE and not understood.entities.where


async def _answer_meaning(
    message: Message,
    understood: Understood,
    text: str,
    state: FSMContext,
    tr: Translator,
    services: Services,
) -> None:
    """Open what was clearly meant, ask between a few, or say that it was not understood."""
    if understood.target:
        said = understood.entities
        await open_target(message, understood.target, state, tr, services, said=said)
    elif understood.outcome is Outcome.UNSURE:
        await show(message, understanding.which_meant(tr, understood))
    else:
        services.figures.not_understood(text)
        now = services.clock.now()
        await show(message, understanding.not_understood(tr, understood, now))
