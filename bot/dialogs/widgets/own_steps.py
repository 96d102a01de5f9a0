"""From one question of a reminder in the patient's own words to the next, and where it waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.dialogs.screen import show
from bot.dialogs.states import Asked
from bot.dialogs.widgets import own_questions as ask
from bot.dialogs.widgets.visit_state import here_of
from bot.errors import Unreadable

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.fsm.state import State
    from aiogram.types import CallbackQuery, Message

    from bot.dialogs.screen import Screen
    from bot.dialogs.widgets.visit_questions import Here
    from bot.domain.reminders.own_draft import OwnDraft
    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.reminders import Reminders

OWN_STATES = frozenset(
    one.state
    for one in (
        Asked.own_text,
        Asked.own_day,
        Asked.own_hour,
        Asked.own_until,
        Asked.own_card,
    )
)


async def wait_for_own(
    state: FSMContext, asked: State, draft: OwnDraft, reminders: Reminders
) -> None:
    await state.set_state(asked)
    await state.set_data({"own": reminders.own_drafts.seal(draft)})


async def own_draft_of(state: FSMContext, reminders: Reminders) -> OwnDraft | None:
    """Return the draft of this conversation; None when none is going on."""
    if await state.get_state() not in OWN_STATES:
        return None
    try:
        return reminders.own_drafts.unseal((await state.get_data())["own"])
    except Unreadable:  # the operator took its key away meanwhile
        return None


async def go_on_own(
    event: CallbackQuery | Message,
    draft: OwnDraft,
    state: FSMContext,
    tr: Translator,
    services: Services,
    reminders: Reminders,
) -> None:
    """Ask for what is missing; with nothing missing show what was understood."""
    here = await here_of(event, services, reminders)
    asked, screen = _next(draft, here, tr)
    await wait_for_own(state, asked, draft, reminders)
    await show(event, screen)


def _next(draft: OwnDraft, here: Here, tr: Translator) -> tuple[State, Screen]:
    if not draft.text:
        return Asked.own_text, ask.own_text_question(tr)
    if draft.is_once and draft.day is None:
        return Asked.own_day, ask.own_day_question(tr, here)
    if not draft.is_how_often_known:
        return Asked.own_text, ask.how_often_question(tr, draft)
    if draft.at is None:
        return Asked.own_hour, ask.own_hour_question(tr)
    return Asked.own_card, ask.own_draft_card(tr, draft, here)
