"""The people whom a patient looks after: their names, their birth dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import Router

from bot.dialogs.people_callbacks import LookedAfterTap, PersonAction, PersonTap
from bot.dialogs.screen import show
from bot.dialogs.states import Asked
from bot.dialogs.widgets import person_questions as ask
from bot.dialogs.widgets.people_screens import remove_question
from bot.dialogs.widgets.people_steps import show_people, show_person
from bot.dialogs.widgets.with_reminders import WithReminders
from bot.errors import NotFound

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery

    from bot.domain.reminders import Person
    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.reminders import Reminders

router = Router(name="people")
router.callback_query.middleware(WithReminders())


@router.callback_query(LookedAfterTap.filter())
async def on_people(
    query: CallbackQuery,
    callback_data: LookedAfterTap,
    state: FSMContext,
    tr: Translator,
    reminders: Reminders,
) -> None:
    if callback_data.is_adding:
        await state.set_state(Asked.person_name)
        await state.set_data({})
        await show(query, ask.new_name_question(tr))
        return
    await show_people(query, state, tr, reminders)


@router.callback_query(PersonTap.filter())
async def on_person(
    query: CallbackQuery,
    callback_data: PersonTap,
    state: FSMContext,
    tr: Translator,
    services: Services,
    reminders: Reminders,
) -> None:
    """Do what was tapped; somebody who is not in the list any more is answered with the list."""
    patient = query.from_user.id
    try:
        person = await reminders.people.one(telegram_id=patient, person=callback_data.person)
    except NotFound:
        await show_people(query, state, tr, reminders)
        return
    match callback_data.action:
        case PersonAction.RENAME:
            await _wait_for_name(query, person, state, tr)
        case PersonAction.BIRTH:
            await _ask_birth_date(query, person, state, tr)
        case PersonAction.FORGET_BIRTH:
            person = await reminders.note_birth_date(
                telegram_id=patient, person=person.id, birth_date=None
            )
            await show_person(query, person, state, tr, services, reminders)
        case PersonAction.REMOVE:
            visits = await reminders.list_appointments.count_for(
                telegram_id=patient, person=person.id
            )
            await show(query, remove_question(tr, person, visits))
        case PersonAction.REMOVE_SURE:
            await reminders.people.remove(telegram_id=patient, person=person.id)
            await show_people(query, state, tr, reminders)
        case PersonAction.SHOW:
            await show_person(query, person, state, tr, services, reminders)


async def _wait_for_name(
    query: CallbackQuery, person: Person, state: FSMContext, tr: Translator
) -> None:
    await state.set_state(Asked.person_name)
    await state.set_data({"person": person.id})
    await show(query, ask.rename_question(tr, person))


async def _ask_birth_date(
    query: CallbackQuery, person: Person, state: FSMContext, tr: Translator
) -> None:
    await state.set_state(Asked.person_birth)
    await state.set_data({"person": person.id})
    await show(query, ask.birth_question(tr, person))
