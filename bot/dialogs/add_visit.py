"""Adding an appointment: how it begins, from the list or from a card of the directory."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from aiogram import Router

from bot.dialogs.screen import show
from bot.dialogs.states import Asked
from bot.dialogs.visit_callbacks import AddVisitTap
from bot.dialogs.widgets import visit_questions as ask
from bot.dialogs.widgets.begin_visit import begin_visit_with, visit_at
from bot.dialogs.widgets.search_draft import day_said
from bot.dialogs.widgets.visit_state import here_of, wait_for
from bot.dialogs.widgets.with_reminders import WithReminders

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery

    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.reminders import Reminders

router = Router(name="add_visit")
router.callback_query.middleware(WithReminders(fresh=True))


@router.callback_query(AddVisitTap.filter())
async def on_add(
    query: CallbackQuery,
    callback_data: AddVisitTap,
    state: FSMContext,
    tr: Translator,
    services: Services,
    reminders: Reminders,
) -> None:
    """Begin; from the card of a doctor or a facility in a message of its own."""
    draft = await visit_at(services, doctor=callback_data.doctor, division=callback_data.division)
    if draft.what or draft.place:
        draft = replace(draft, day=await day_said(state))
        await begin_visit_with(query, draft, state, tr, services)
        return
    here = await here_of(query, services, reminders)
    await wait_for(state, Asked.visit, draft, reminders)
    await show(query, ask.first_question(tr, here, here.today))
