"""Reminders in the patient's own words: the list, one of them, and the answers to a pushed one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import Router

from bot.dialogs.own_callbacks import DoneTap, OwnAction, OwnListTap, OwnTap
from bot.dialogs.screen import show
from bot.dialogs.widgets.own_screens import (
    done,
    own_card,
    own_gone,
    own_list,
    stop_question,
    stopped,
)
from bot.dialogs.widgets.own_steps import go_on_own
from bot.dialogs.widgets.visit_state import here_of
from bot.dialogs.widgets.with_reminders import WithReminders
from bot.domain.reminders.own_draft import OwnDraft
from bot.errors import NotFound

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery

    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.reminders import Reminders

router = Router(name="own_reminders")
router.callback_query.middleware(WithReminders())


@router.callback_query(OwnListTap.filter())
async def on_list(
    query: CallbackQuery,
    state: FSMContext,
    tr: Translator,
    services: Services,
    reminders: Reminders,
) -> None:
    await state.clear()
    listed = await reminders.list_appointments(telegram_id=query.from_user.id)
    now = services.clock.now()
    await show(query, own_list(tr, listed.own, now, listed.settings.zone))


@router.callback_query(OwnTap.filter())
async def on_own(
    query: CallbackQuery,
    callback_data: OwnTap,
    state: FSMContext,
    tr: Translator,
    services: Services,
    reminders: Reminders,
) -> None:
    """Do what was tapped with the turn that is still to come."""
    patient, key = query.from_user.id, callback_data.reminder
    if callback_data.action is OwnAction.STOP_SURE:
        await reminders.answer_own.stop(telegram_id=patient, reminder=key)
        await show(query, stopped(tr))
        return
    try:
        own = await reminders.answer_own.standing(telegram_id=patient, reminder=key)
    except NotFound:
        if callback_data.action is OwnAction.STOP:  # it may have been put off, and wait for that
            await reminders.answer_own.stop(telegram_id=patient, reminder=key)
        await show(query, own_gone(tr))
        return
    here = await here_of(query, services, reminders)
    match callback_data.action:
        case OwnAction.EDIT:
            await go_on_own(query, OwnDraft.of(own), state, tr, services, reminders)
        case OwnAction.STOP:
            await show(query, stop_question(tr, own, here.now, here.zone))
        case _:
            await state.clear()
            await show(query, own_card(tr, own, here.now, here.zone))


@router.callback_query(DoneTap.filter())
async def on_done(
    query: CallbackQuery,
    callback_data: DoneTap,
    tr: Translator,
    services: Services,
    reminders: Reminders,
) -> None:
    following = await reminders.answer_own(
        telegram_id=query.from_user.id, reminder=callback_data.reminder
    )
    here = await here_of(query, services, reminders)
    await show(query, done(tr, following, here.now, here.zone))
