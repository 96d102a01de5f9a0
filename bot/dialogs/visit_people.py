"""For whom an appointment is: the patient, somebody whom they look after, or somebody new."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from aiogram import Router

from bot.dialogs.screen import show
from bot.dialogs.states import Asked
from bot.dialogs.visit_callbacks import ForWhom, ForWhomTap
from bot.dialogs.widgets import person_questions as ask
from bot.dialogs.widgets.visit_state import draft_of, wait_for
from bot.dialogs.widgets.visit_steps import ask_for_whom, go_on
from bot.dialogs.widgets.with_reminders import WithReminders
from bot.domain.reminders import MOST_PEOPLE
from bot.domain.reminders.draft import VisitDraft

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery

    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.reminders import Reminders

router = Router(name="visit_people")
router.callback_query.middleware(WithReminders())


@router.callback_query(ForWhomTap.filter())
async def on_for_whom(
    query: CallbackQuery,
    callback_data: ForWhomTap,
    state: FSMContext,
    tr: Translator,
    services: Services,
    reminders: Reminders,
) -> None:
    """Take the answer; a person who was removed meanwhile is asked for again."""
    draft = await draft_of(state, reminders) or VisitDraft()
    people = await reminders.people.all(telegram_id=query.from_user.id)
    names = {one.id: one.name for one in people}
    match callback_data.choice:
        case ForWhom.ME:
            mine = replace(draft, person=None, for_whom="", is_for_known=True)
            await go_on(query, mine, state, tr, services)
        case ForWhom.NEW if len(people) < MOST_PEOPLE:
            await wait_for(state, Asked.visit_person, draft, reminders)
            await show(query, ask.visit_name_question(tr))
        case ForWhom.KNOWN if callback_data.person in names:
            key = callback_data.person
            theirs = replace(draft, person=key, for_whom=names[key], is_for_known=True)
            await go_on(query, theirs, state, tr, services)
        case _:
            await ask_for_whom(query, draft, state, tr, reminders)
