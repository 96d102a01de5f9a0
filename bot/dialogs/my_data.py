"""What ЕСОЗ keeps about a person: masked, in full for ten minutes, and what registers say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import Router

from bot.dialogs.cabinet_callbacks import HideDataTap, MyDataTap, OpenDataTap, VerificationTap
from bot.dialogs.screen import chat_of, show
from bot.dialogs.widgets import my_data_screens as screens
from bot.dialogs.widgets.private_messages import HasMyData, show_plain, show_private_below

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery

    from bot.i18n import Translator
    from bot.services.my_data import MyDataServices

router = Router(name="my_data")
router.callback_query.filter(HasMyData())


@router.callback_query(MyDataTap.filter())
async def on_my_data(
    query: CallbackQuery,
    callback_data: MyDataTap,
    state: FSMContext,
    tr: Translator,
    my_data: MyDataServices,
) -> None:
    await state.clear()
    view = await my_data.show_person(telegram_id=query.from_user.id)
    if callback_data.fresh:
        await show(query, screens.my_data(tr, view), fresh=True)
    else:
        await show_plain(query, screens.my_data(tr, view), my_data)


@router.callback_query(OpenDataTap.filter())
async def on_open(query: CallbackQuery, tr: Translator, my_data: MyDataServices) -> None:
    view = await my_data.show_person(telegram_id=query.from_user.id)
    await show_private_below(
        query, screens.data_on_the_way(tr), screens.data_opened(tr, view), my_data
    )


@router.callback_query(HideDataTap.filter())
async def on_hide(query: CallbackQuery, tr: Translator, my_data: MyDataServices) -> None:
    is_all_gone = await my_data.remove_shown_data(chat_id=chat_of(query))
    await show(query, screens.data_hidden(tr, is_all_gone=is_all_gone), fresh=True)


@router.callback_query(VerificationTap.filter())
async def on_verification(query: CallbackQuery, tr: Translator, my_data: MyDataServices) -> None:
    view = await my_data.show_person(telegram_id=query.from_user.id)
    await show_plain(query, screens.verification(tr, view), my_data)
