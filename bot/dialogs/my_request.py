"""A change that goes to ЕСОЗ: the request, copies of documents, the signature, taking it back."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from aiogram import F, Router

from bot.dialogs.cabinet_callbacks import (
    DocumentsTap,
    RejectTap,
    SendChangeTap,
    SignChangeTap,
    UnfinishedTap,
    unpacked,
)
from bot.dialogs.screen import bot_of, chat_of, show
from bot.dialogs.states import Asked
from bot.dialogs.widgets import change_screens, request_screens
from bot.dialogs.widgets.private_messages import HasMyData, hold, show_plain
from bot.dialogs.widgets.signing import handoff_screen
from bot.domain.cabinet.change.refusals import (
    CannotChange,
    DraftGone,
    NotAPicture,
    NothingChanged,
)
from bot.domain.signing.session import Purpose
from bot.services.upload_document import MOST_BYTES

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import CallbackQuery, Message

    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.change_desk import Change
    from bot.services.my_data import MyDataServices

router = Router(name="my_request")
router.callback_query.filter(HasMyData())


@router.callback_query(SendChangeTap.filter())
async def on_send(
    query: CallbackQuery, state: FSMContext, tr: Translator, my_data: MyDataServices
) -> None:
    try:
        change = await my_data.send_change(telegram_id=query.from_user.id)
    except NothingChanged:
        await show_plain(query, change_screens.nothing_changed(tr), my_data)
    except DraftGone:
        await show_plain(query, change_screens.draft_gone(tr), my_data)
    else:
        await _after_upload(query, change, state, tr, my_data)


@router.callback_query(DocumentsTap.filter())
async def on_documents(
    query: CallbackQuery, state: FSMContext, tr: Translator, my_data: MyDataServices
) -> None:
    try:
        change = await my_data.upload_document.begin_copies(telegram_id=query.from_user.id)
    except CannotChange as refused:
        await show_plain(query, change_screens.cannot_change(tr, refused.standing), my_data)
        return
    if change.draft.uploads:
        await state.set_state(Asked.document_photo)
        await show_plain(query, request_screens.upload_wanted(tr, change), my_data)
    else:
        await show_plain(query, request_screens.no_copies_needed(tr), my_data)


@router.callback_query(SignChangeTap.filter())
async def on_sign(
    query: CallbackQuery,
    callback_data: SignChangeTap,
    state: FSMContext,
    tr: Translator,
    my_data: MyDataServices,
) -> None:
    await state.clear()
    if callback_data.request:
        change = await my_data.sign_change.resume(
            telegram_id=query.from_user.id, request_id=unpacked(callback_data.request)
        )
        if change.draft.uploads:
            await _after_upload(query, change, state, tr, my_data)
            return
    await _hand_off(query, tr, my_data)


@router.callback_query(UnfinishedTap.filter())
async def on_unfinished(
    query: CallbackQuery, state: FSMContext, tr: Translator, my_data: MyDataServices
) -> None:
    await state.clear()
    view = await my_data.show_person(telegram_id=query.from_user.id)
    if view.unfinished is None:
        screen = request_screens.nothing_unfinished(tr)
    else:
        screen = request_screens.unfinished(tr, view.acting, view.unfinished)
    await show_plain(query, screen, my_data)


@router.callback_query(RejectTap.filter(~F.is_sure))
async def on_reject(
    query: CallbackQuery, callback_data: RejectTap, tr: Translator, my_data: MyDataServices
) -> None:
    await show_plain(query, request_screens.reject_question(tr, callback_data.request), my_data)


@router.callback_query(RejectTap.filter(F.is_sure))
async def on_reject_sure(
    query: CallbackQuery,
    callback_data: RejectTap,
    state: FSMContext,
    tr: Translator,
    my_data: MyDataServices,
) -> None:
    await state.clear()
    request_id = unpacked(callback_data.request)
    await my_data.cancel_change(telegram_id=query.from_user.id, request_id=request_id)
    await show_plain(query, request_screens.rejected(tr), my_data)


async def on_picture(
    message: Message, state: FSMContext, tr: Translator, services: Services
) -> bool:
    """Pass on the photo of a document that is waited for; False where none is."""
    my_data = services.my_data
    if my_data is None or await state.get_state() != Asked.document_photo:
        return False
    await hold(message, my_data)
    try:
        picture = await _picture(message)
        change = await my_data.upload_document(telegram_id=message.chat.id, picture=picture)
    except DraftGone:
        await state.clear()
        await show_plain(message, change_screens.draft_gone(tr), my_data)
    except NotAPicture:
        change = await my_data.answer_change.again(telegram_id=message.chat.id)
        screen = request_screens.upload_wanted(tr, change, is_refused=True)
        await show_plain(message, screen, my_data)
    else:
        await _after_upload(message, change, state, tr, my_data)
    return True


async def on_words(
    message: Message, _: str, state: FSMContext, tr: Translator, services: Services
) -> bool:
    """Answer words where a photo is waited for; False where none is."""
    if message.photo or message.document:  # the words stand under it
        return await on_picture(message, state, tr, services)
    my_data = services.my_data
    if my_data is None or await state.get_state() != Asked.document_photo:
        return False
    try:
        change = await my_data.answer_change.again(telegram_id=message.chat.id)
    except DraftGone:
        await state.clear()
        await show(message, change_screens.draft_gone(tr))
    else:
        await show(message, request_screens.upload_wanted(tr, change, is_refused=True))
    return True


async def _after_upload(
    event: Message | CallbackQuery,
    change: Change,
    state: FSMContext,
    tr: Translator,
    my_data: MyDataServices,
) -> None:
    """Ask for the next copy, or for the signature; copies alone need none."""
    if change.draft.uploads:
        await state.set_state(Asked.document_photo)
        await show_plain(event, request_screens.upload_wanted(tr, change), my_data)
        return
    await state.clear()
    if change.draft.request_id:
        await show_plain(event, request_screens.ready_to_sign(tr, change), my_data)
    else:
        await my_data.cancel_change.draft(telegram_id=chat_of(event))
        await show_plain(event, request_screens.copies_sent(tr), my_data)


async def _hand_off(query: CallbackQuery, tr: Translator, my_data: MyDataServices) -> None:
    try:
        handoff = await my_data.sign_change(
            telegram_id=query.from_user.id,
            describe=partial(change_screens.changes_line, tr),
        )
    except DraftGone:
        await show_plain(query, change_screens.draft_gone(tr), my_data)
    except CannotChange as refused:
        await show_plain(query, change_screens.cannot_change(tr, refused.standing), my_data)
    else:
        await show_plain(query, handoff_screen(tr, handoff, Purpose.PERSON_REQUEST), my_data)


async def _picture(message: Message) -> bytes:
    """Return the bytes of the largest size of a photo, or of a file; raises NotAPicture."""
    sent = message.photo[-1] if message.photo else message.document
    if sent is None or (sent.file_size or 0) > MOST_BYTES:
        raise NotAPicture
    held = BytesIO()
    await bot_of(message).download(sent, destination=held)
    return held.getvalue()
