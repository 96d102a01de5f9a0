"""The clock that a patient lives by: chosen, or found from a shared location."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from aiogram import F, Router
from aiogram.filters import StateFilter

from bot.dialogs.screen import bot_of, chat_of, show
from bot.dialogs.states import Asked
from bot.dialogs.visit_callbacks import ZonePlaceTap, ZoneRegionTap, ZoneTap
from bot.dialogs.widgets.location_keyboard import location_keyboard
from bot.dialogs.widgets.navigation import home_keyboard
from bot.dialogs.widgets.reminder_choices import reminder_settings
from bot.dialogs.widgets.with_reminders import WithReminders
from bot.dialogs.widgets.zone_choices import (
    place_question,
    zone_found,
    zone_named,
    zone_question,
    zone_region,
)
from bot.errors import InvalidInput

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery, Message

    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.reminders import Reminders

router = Router(name="reminder_zone")
router.callback_query.middleware(WithReminders())
router.message.middleware(WithReminders())


@router.callback_query(ZoneTap.filter())
async def on_zone(
    query: CallbackQuery, callback_data: ZoneTap, tr: Translator, reminders: Reminders
) -> None:
    """Ask for the clock, or live by it from now on."""
    if callback_data.zone:
        await _live_by(query, callback_data.zone, tr, reminders)
    else:
        await show(query, zone_question(tr))


@router.callback_query(ZoneRegionTap.filter())
async def on_region(query: CallbackQuery, callback_data: ZoneRegionTap, tr: Translator) -> None:
    await show(query, zone_region(tr, callback_data.region))


@router.callback_query(ZonePlaceTap.filter())
async def on_place(query: CallbackQuery, state: FSMContext, tr: Translator) -> None:
    """Put up the keyboard that sends where the phone is."""
    await state.set_state(Asked.zone_place)
    await state.set_data({})
    await bot_of(query).send_message(
        chat_of(query), place_question(tr), reply_markup=location_keyboard(tr)
    )


@router.message(F.location, StateFilter(Asked.zone_place))
async def on_location(
    message: Message, state: FSMContext, tr: Translator, reminders: Reminders
) -> None:
    """Live by the clock of a shared place; its coordinates are used once and not kept."""
    if message.location is None:
        return
    zone = reminders.find_zone(
        latitude=message.location.latitude, longitude=message.location.longitude
    )
    await _take(message, zone, state, tr, reminders)


async def on_words(
    message: Message, text: str, state: FSMContext, tr: Translator, services: Services
) -> bool:
    """Take the name of a town instead of a location; False where neither was asked for."""
    reminders = services.reminders
    if reminders is None or await state.get_state() != Asked.zone_place:
        return False
    await _take(message, zone_named(tr, text), state, tr, reminders)
    return True


async def _take(
    message: Message,
    zone: str | None,
    state: FSMContext,
    tr: Translator,
    reminders: Reminders,
) -> None:
    if zone is None:
        await show(message, zone_question(tr, is_unknown=True))
        return
    await state.clear()
    await bot_of(message).send_message(
        chat_of(message), zone_found(tr, zone), reply_markup=home_keyboard(tr)
    )
    await _live_by(message, zone, tr, reminders)


async def _live_by(
    event: CallbackQuery | Message, zone: str, tr: Translator, reminders: Reminders
) -> None:
    try:
        changed = await reminders.change_settings(
            telegram_id=chat_of(event), change=lambda chosen: replace(chosen, zone=zone)
        )
    except InvalidInput:  # a zone that is no longer known
        await show(event, zone_question(tr))
    else:
        await show(event, reminder_settings(tr, changed))
