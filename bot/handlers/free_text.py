"""What a patient says in their own words: a word of the menu, a number, or neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import Router
from aiogram.filters import Filter

from bot.dialogs import (
    accesses,
    cabinet,
    declarations,
    doctor_answer,
    doctor_search,
    knowledge,
    menu,
    my_change,
    my_phone,
    my_request,
    numbers,
    referral,
    reminders,
    settings,
    sign_in,
    visit_line,
)
from bot.dialogs.cabinet_callbacks import AccessesTap
from bot.dialogs.numbers import show_holding_number
from bot.dialogs.referral_number import check_number
from bot.dialogs.screen import show
from bot.dialogs.states import Asked
from bot.domain.capabilities import Section
from bot.domain.finding import Wanted
from bot.domain.requisition import NumberKind, read_numbers
from bot.handlers.typed_words import Goal, Place, goal_of

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import Message

    from bot.domain.requisition import FoundNumber, Reading
    from bot.i18n import Translator
    from bot.services import Services


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
    goal = goal_of(text)
    if goal:
        await _open(message, goal, state, tr, services)
        return
    if await state.get_state() == Asked.ward:
        await sign_in.on_ward(message, text, state, tr, services)
        return
    for on_words in (my_phone.on_words, my_change.on_words, my_request.on_words):
        if await on_words(message, text, state, tr, services):
            return
    reading = read_numbers(text)
    if not reading.numbers and await visit_line.on_words(message, text, state, tr, services):
        return
    if not reading.is_empty:
        await _answer_numbers(message, reading, tr, services)
    elif await state.get_state() == Asked.referral_number:
        await show(message, numbers.no_number(tr))
    elif not await doctor_answer.on_words(message, text, state, tr, services):
        await show(message, numbers.not_understood(tr))


async def _open(
    message: Message, goal: Goal, state: FSMContext, tr: Translator, services: Services
) -> None:
    match goal.place:
        case Place.MENU:
            await menu.on_menu(message, state, tr)
        case Place.LINES:
            await knowledge.show_lines(message, tr, services)
        case Place.TOPIC:
            await knowledge.show_topic(message, goal.name, tr, services)
        case Place.TREE:
            await knowledge.show_tree(message, goal.name, tr, services)
        case Place.WHO:
            await doctor_search.on_who(message, tr)
        case Place.ACCESSES:
            await accesses.show_accesses(message, AccessesTap(), tr, services)
        case Place.FACILITY:
            await doctor_search.ask(message, Wanted.FACILITY, state, tr)
        case Place.SECTION:
            await _open_section(message, Section(goal.name), state, tr, services)


async def _open_section(
    message: Message, section: Section, state: FSMContext, tr: Translator, services: Services
) -> None:
    if section is Section.REFERRAL:
        await referral.on_referral(message, state, tr)
    elif section is Section.DOCTOR:
        await doctor_search.on_section(message, state, tr, services)
    elif section is Section.REMINDERS:
        await reminders.on_section(message, state, tr, services)
    elif section is Section.SETTINGS:
        await settings.on_settings(message, state, tr)
    elif section is Section.MY_DATA:
        await cabinet.on_my_data(message, state, tr, services)
    elif section is Section.DECLARATION:
        await declarations.on_section(message, state, tr, services)
    else:
        await menu.show_guide(message, section, state, tr, services)


async def _answer_numbers(
    message: Message, reading: Reading, tr: Translator, services: Services
) -> None:
    """Answer every number of the message; a near miss matters only where nothing was found."""
    origin = message.message_id
    for found in _first_of_each_kind(reading):
        screen = numbers.other_number(tr, found, origin, services.clock.now())
        await show_holding_number(message, screen, origin, services)
    referrals = [found for found in reading.numbers if found.kind is NumberKind.REFERRAL]
    if len(referrals) == 1:
        await check_number(message, referrals[0].value, origin, tr, services)
    elif referrals:
        screen = numbers.which_number(tr, referrals, origin)
        await show_holding_number(message, screen, origin, services)
    elif not reading.numbers:
        screen = numbers.near_miss(tr, reading.near_misses[0], origin)
        await show_holding_number(message, screen, origin, services)


def _first_of_each_kind(reading: Reading) -> list[FoundNumber]:
    others = [found for found in reading.numbers if found.kind is not NumberKind.REFERRAL]
    first = {found.kind: found for found in reversed(others)}
    return [found for found in others if first[found.kind] is found]
