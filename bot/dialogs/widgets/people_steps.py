"""Shows the people of a patient, or one of them, as they are kept now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.screen import chat_of, show
from bot.dialogs.widgets.people_screens import people_list, person_card
from bot.dialogs.widgets.visit_state import here_of

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery, Message

    from bot.domain.reminders import Person
    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.reminders import Reminders


async def show_people(
    event: CallbackQuery | Message, state: FSMContext, tr: Translator, reminders: Reminders
) -> None:
    await state.clear()
    people = await reminders.people.all(telegram_id=chat_of(event))
    await show(event, people_list(tr, people))


async def show_person(
    event: CallbackQuery | Message,
    person: Person,
    state: FSMContext,
    tr: Translator,
    services: Services,
    reminders: Reminders,
) -> None:
    await state.clear()
    visits = await reminders.list_appointments.count_for(
        telegram_id=chat_of(event), person=person.id
    )
    here = await here_of(event, services, reminders)
    await show(event, person_card(tr, person, visits, here.today))
