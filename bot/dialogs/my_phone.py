"""The phone for codes: what it is, a new number, and the code that proves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import F, Router

from bot.dialogs.cabinet_callbacks import PhoneAction, PhoneTap
from bot.dialogs.states import Asked
from bot.dialogs.widgets import phone_screens as screens
from bot.dialogs.widgets.change_screens import cannot_change
from bot.dialogs.widgets.private_messages import HasMyData, hold, show_plain
from bot.domain.cabinet import EsozRefusal, EsozRefused
from bot.domain.cabinet.change.refusals import CannotChange, DraftGone
from bot.errors import InvalidInput
from bot.services.change_phone import WrongCode

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery, Message

    from bot.dialogs.screen import Screen
    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.my_data import MyDataServices

_DEAD = {EsozRefusal.CODE_ATTEMPTS_OVER: False, EsozRefusal.CODE_EXPIRED: True}
"""ЕСОЗ takes the code no more; whether it is only too old."""

router = Router(name="my_phone")
router.callback_query.filter(HasMyData())


@router.callback_query(PhoneTap.filter(F.action == PhoneAction.SHOW))
async def on_phone(
    query: CallbackQuery, state: FSMContext, tr: Translator, my_data: MyDataServices
) -> None:
    await state.clear()
    view = await my_data.show_person(telegram_id=query.from_user.id)
    await show_plain(query, screens.phone_now(tr, view), my_data)


@router.callback_query(PhoneTap.filter(F.action == PhoneAction.ASK))
async def on_ask(
    query: CallbackQuery, state: FSMContext, tr: Translator, my_data: MyDataServices
) -> None:
    try:
        acting = await my_data.change_phone.allowed(telegram_id=query.from_user.id)
    except CannotChange as refused:
        await show_plain(query, cannot_change(tr, refused.standing), my_data)
        return
    await state.set_state(Asked.new_phone)
    await show_plain(query, screens.phone_asked(tr, acting), my_data)


@router.callback_query(PhoneTap.filter(F.action == PhoneAction.AGAIN))
async def on_again(
    query: CallbackQuery, state: FSMContext, tr: Translator, my_data: MyDataServices
) -> None:
    try:
        change = await my_data.change_phone.send_again(telegram_id=query.from_user.id)
    except DraftGone:
        await state.clear()
        await show_plain(query, screens.phone_not_waited_for(tr), my_data)
        return
    await state.set_state(Asked.phone_code)
    await show_plain(query, screens.code_asked(tr, change), my_data)


@router.callback_query(PhoneTap.filter(F.action == PhoneAction.GIVE_UP))
async def on_give_up(
    query: CallbackQuery, state: FSMContext, tr: Translator, my_data: MyDataServices
) -> None:
    await state.clear()
    await my_data.change_phone.give_up(telegram_id=query.from_user.id)
    await show_plain(query, screens.phone_kept(tr), my_data)


async def on_words(
    message: Message, text: str, state: FSMContext, tr: Translator, services: Services
) -> bool:
    """Take a number or a code that is waited for; False where neither is."""
    asked, my_data = await state.get_state(), services.my_data
    if my_data is None or asked not in {Asked.new_phone.state, Asked.phone_code.state}:
        return False
    await hold(message, my_data)
    if asked == Asked.new_phone:
        screen = await _after_number(message, text, state, tr, my_data)
    else:
        screen = await _after_code(message, text, state, tr, my_data)
    await show_plain(message, screen, my_data)
    return True


async def _after_number(
    message: Message, text: str, state: FSMContext, tr: Translator, my_data: MyDataServices
) -> Screen:
    try:
        change = await my_data.change_phone.send_code(telegram_id=message.chat.id, typed=text)
    except InvalidInput as fault:
        return screens.phone_asked(tr, fault=fault.code)
    except CannotChange as refused:
        await state.clear()
        return cannot_change(tr, refused.standing)
    await state.set_state(Asked.phone_code)
    return screens.code_asked(tr, change)


async def _after_code(
    message: Message, text: str, state: FSMContext, tr: Translator, my_data: MyDataServices
) -> Screen:
    try:
        change = await my_data.change_phone(telegram_id=message.chat.id, typed=text)
    except InvalidInput:
        return screens.code_again(tr)
    except WrongCode as wrong:
        problem = screens.wrong_code(tr, wrong.change)
        return screens.code_asked(tr, wrong.change, problem=problem)
    except DraftGone:
        await state.clear()
        return screens.phone_not_waited_for(tr)
    except EsozRefused as refused:
        if refused.code not in _DEAD:
            raise
        return screens.code_dead(tr, is_expired=_DEAD[refused.code])
    await state.clear()
    return screens.phone_changed(tr, change)
