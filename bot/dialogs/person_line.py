"""What is typed about a person whom a patient looks after: a name, or a birth date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.screen import chat_of, show
from bot.dialogs.states import Asked
from bot.dialogs.widgets import person_questions as ask
from bot.dialogs.widgets.people_screens import birth_not_needed
from bot.dialogs.widgets.people_steps import show_people, show_person
from bot.dialogs.widgets.visit_state import here_of
from bot.domain.cabinet.checks.dates import birth_date
from bot.errors import InvalidInput, NotFound, TooManyLookedAfter

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import Message

    from bot.domain.reminders import Person
    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.reminders import Reminders


async def on_words(
    message: Message, text: str, state: FSMContext, tr: Translator, services: Services
) -> bool:
    """Take a name or a birth date that was asked for; False where neither was."""
    asked = await state.get_state()
    reminders = services.reminders
    if reminders is None or asked not in {Asked.person_name.state, Asked.person_birth.state}:
        return False
    key = (await state.get_data()).get("person")
    if key is None:
        await _add(message, text, state, tr, reminders)
        return True
    try:
        person = await reminders.people.one(telegram_id=chat_of(message), person=int(key))
        if asked == Asked.person_name:
            await _rename(message, text, person, state, tr, services, reminders)
        else:
            await _take_birth_date(message, text, person, state, tr, services, reminders)
    except NotFound:
        await show_people(message, state, tr, reminders)
    return True


async def _add(
    message: Message, text: str, state: FSMContext, tr: Translator, reminders: Reminders
) -> None:
    try:
        person = await reminders.people(telegram_id=chat_of(message), name=text)
    except InvalidInput as refusal:
        await show(message, ask.new_name_question(tr, refusal.code))
    except TooManyLookedAfter:
        await show_people(message, state, tr, reminders)
    else:
        await state.set_state(Asked.person_birth)
        await state.set_data({"person": person.id})
        await show(message, ask.birth_question(tr, person))


async def _rename(
    message: Message,
    text: str,
    person: Person,
    state: FSMContext,
    tr: Translator,
    services: Services,
    reminders: Reminders,
) -> None:
    patient = chat_of(message)
    try:
        renamed = await reminders.people.rename(telegram_id=patient, person=person.id, name=text)
    except InvalidInput as refusal:
        await show(message, ask.rename_question(tr, person, refusal.code))
    else:
        await show_person(message, renamed, state, tr, services, reminders)


async def _take_birth_date(
    message: Message,
    text: str,
    person: Person,
    state: FSMContext,
    tr: Translator,
    services: Services,
    reminders: Reminders,
) -> None:
    here = await here_of(message, services, reminders)
    try:
        born_on = birth_date(text, today=here.today)
    except InvalidInput as refusal:
        await show(message, ask.birth_question(tr, person, refusal.code))
        return
    kept = await reminders.note_birth_date(
        telegram_id=chat_of(message), person=person.id, birth_date=born_on
    )
    if kept.birth_date is None:
        await state.clear()
        await show(message, birth_not_needed(tr, kept))
    else:
        await show_person(message, kept, state, tr, services, reminders)
