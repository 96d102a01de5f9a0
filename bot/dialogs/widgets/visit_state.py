"""Where the appointment that is being put together waits, and the patient's own clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.screen import chat_of
from bot.dialogs.states import Asked
from bot.dialogs.widgets.visit_questions import Here
from bot.domain.reminders import wall_of
from bot.errors import Unreadable

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.fsm.state import State
    from aiogram.types import CallbackQuery, Message

    from bot.domain.reminders.draft import VisitDraft
    from bot.services import Services
    from bot.services.reminders import Reminders

VISIT_STATES = frozenset(
    one.state
    for one in (
        Asked.visit,
        Asked.visit_time,
        Asked.visit_words,
        Asked.visit_person,
        Asked.visit_card,
    )
)


async def wait_for(
    state: FSMContext, asked: State, draft: VisitDraft, reminders: Reminders
) -> None:
    await state.set_state(asked)
    await state.set_data({"visit": reminders.drafts.seal(draft)})


async def draft_of(state: FSMContext, reminders: Reminders) -> VisitDraft | None:
    """Return the draft of this conversation; None when none is going on."""
    if await state.get_state() not in VISIT_STATES:
        return None
    try:
        return reminders.drafts.unseal((await state.get_data())["visit"])
    except Unreadable:  # the operator took its key away meanwhile
        return None


async def here_of(
    event: CallbackQuery | Message, services: Services, reminders: Reminders
) -> Here:
    """Return the patient's now."""
    settings = await reminders.change_settings.read(telegram_id=chat_of(event))
    now = services.clock.now()
    return Here(now, wall_of(now, settings.zone).date(), settings.zone)
