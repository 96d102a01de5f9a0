"""A change of personal data, question by question, up to «was → will be»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import F, Router

from bot.dialogs.cabinet_callbacks import (
    AnswerAction,
    AnswerTap,
    ChangeTap,
    DocumentKindTap,
    DropDraftTap,
    TopicChangeTap,
)
from bot.dialogs.screen import chat_of
from bot.dialogs.states import Asked
from bot.dialogs.widgets import change_screens as screens
from bot.dialogs.widgets.private_messages import HasMyData, hold, show_plain, show_private
from bot.domain.cabinet.change.refusals import CannotChange, DraftGone
from bot.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery, Message

    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.change_desk import Change
    from bot.services.my_data import MyDataServices

router = Router(name="my_change")
router.callback_query.filter(HasMyData())


@router.callback_query(ChangeTap.filter())
async def on_topics(
    query: CallbackQuery, state: FSMContext, tr: Translator, my_data: MyDataServices
) -> None:
    await state.clear()
    try:
        change, topics = await my_data.begin_change.topics(telegram_id=query.from_user.id)
    except CannotChange as refused:
        await show_plain(query, screens.cannot_change(tr, refused.standing), my_data)
        return
    await show_plain(query, screens.change_topics(tr, change, topics), my_data)


@router.callback_query(TopicChangeTap.filter())
async def on_topic(
    query: CallbackQuery,
    callback_data: TopicChangeTap,
    state: FSMContext,
    tr: Translator,
    my_data: MyDataServices,
) -> None:
    begun = my_data.begin_change(telegram_id=query.from_user.id, topic=callback_data.topic)
    await _go_on(query, begun, state, tr, my_data)


@router.callback_query(AnswerTap.filter(F.action == AnswerAction.KEEP))
async def on_keep(
    query: CallbackQuery, state: FSMContext, tr: Translator, my_data: MyDataServices
) -> None:
    kept = my_data.answer_change.keep(telegram_id=query.from_user.id)
    await _go_on(query, kept, state, tr, my_data)


@router.callback_query(AnswerTap.filter(F.action == AnswerAction.CLEAR))
async def on_clear(
    query: CallbackQuery, state: FSMContext, tr: Translator, my_data: MyDataServices
) -> None:
    cleared = my_data.answer_change.clear(telegram_id=query.from_user.id)
    await _go_on(query, cleared, state, tr, my_data)


@router.callback_query(AnswerTap.filter(F.action == AnswerAction.BACK))
async def on_back(
    query: CallbackQuery, state: FSMContext, tr: Translator, my_data: MyDataServices
) -> None:
    back = my_data.answer_change.back(telegram_id=query.from_user.id)
    await _go_on(query, back, state, tr, my_data)


@router.callback_query(DocumentKindTap.filter())
async def on_kind(
    query: CallbackQuery,
    callback_data: DocumentKindTap,
    state: FSMContext,
    tr: Translator,
    my_data: MyDataServices,
) -> None:
    chosen = my_data.answer_change(telegram_id=query.from_user.id, typed=callback_data.kind.value)
    await _go_on(query, chosen, state, tr, my_data)


@router.callback_query(DropDraftTap.filter())
async def on_drop(
    query: CallbackQuery, state: FSMContext, tr: Translator, my_data: MyDataServices
) -> None:
    await state.clear()
    await my_data.cancel_change.draft(telegram_id=query.from_user.id)
    await show_plain(query, screens.change_dropped(tr), my_data)


async def on_words(
    message: Message, text: str, state: FSMContext, tr: Translator, services: Services
) -> bool:
    """Take the answer to the question that is asked; False where none is."""
    my_data = services.my_data
    if my_data is None or await state.get_state() != Asked.my_data_answer:
        return False
    await hold(message, my_data)
    if message.edit_date:  # the answer before was corrected: ask where we stand
        answered = my_data.answer_change.again(telegram_id=message.chat.id)
    else:
        answered = my_data.answer_change(telegram_id=message.chat.id, typed=text)
    await _go_on(message, answered, state, tr, my_data, says_back=True)
    return True


async def _go_on(
    event: Message | CallbackQuery,
    step: Awaitable[Change],
    state: FSMContext,
    tr: Translator,
    my_data: MyDataServices,
    *,
    says_back: bool = False,
) -> None:
    """Take a step of the change and show what comes next; a fault asks the same again."""
    try:
        change = await step
    except InvalidInput as fault:
        change = await my_data.answer_change.again(telegram_id=chat_of(event))
        await _show(event, change, state, tr, my_data, fault=fault.code)
    except DraftGone:
        await state.clear()
        await show_plain(event, screens.draft_gone(tr), my_data)
    except CannotChange as refused:
        await state.clear()
        await show_plain(event, screens.cannot_change(tr, refused.standing), my_data)
    else:
        newest = change.differences[-1:] if says_back else ()
        taken = screens.noted(tr, newest[0]) if newest else ""
        await _show(event, change, state, tr, my_data, taken=taken)


async def _show(
    event: Message | CallbackQuery,
    change: Change,
    state: FSMContext,
    tr: Translator,
    my_data: MyDataServices,
    *,
    fault: str = "",
    taken: str = "",
) -> None:
    question = change.question
    if question is not None:
        await state.set_state(Asked.my_data_answer)
        screen = screens.change_question(tr, change, question, fault=fault, taken=taken)
        await show_private(event, screen, my_data)
        return
    await state.clear()
    if change.draft.topic is None:
        _, topics = await my_data.begin_change.topics(telegram_id=chat_of(event))
        await show_plain(event, screens.change_topics(tr, change, topics), my_data)
    elif change.differences:
        await show_private(event, screens.change_summary(tr, change), my_data)
    else:
        await show_plain(event, screens.nothing_changed(tr), my_data)
