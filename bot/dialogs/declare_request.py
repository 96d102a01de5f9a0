"""A request for a declaration: how it stands, its document, the signature, taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import F, Router
from aiogram.types import BufferedInputFile

from bot.dialogs.cabinet_callbacks import unpacked
from bot.dialogs.declare_callbacks import (
    CancelRequestTap,
    RequestFileTap,
    RequestTap,
    SignRequestTap,
)
from bot.dialogs.widgets import declare_document as document
from bot.dialogs.widgets.declaration_answer import answer_declaring
from bot.dialogs.widgets.declaration_request import (
    cancel_answer,
    cancel_question,
    request_screen,
)
from bot.dialogs.widgets.private_messages import send_private_file
from bot.dialogs.widgets.signing import handoff_screen
from bot.domain.cabinet import RequestStatus
from bot.domain.signing.session import Purpose

if TYPE_CHECKING:
    from aiogram.types import CallbackQuery

    from bot.dialogs.screen import Screen
    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.declare import DeclareServices
    from bot.services.shown_request import ShownRequest

router = Router(name="declare_request")

_FILE_NAME = "declaration-request.html"


@router.callback_query(RequestTap.filter())
async def on_request(
    query: CallbackQuery, callback_data: RequestTap, tr: Translator, services: Services
) -> None:
    async def make(use: DeclareServices) -> Screen:
        return request_screen(tr, await _shown(use, query, callback_data.id))

    await answer_declaring(query, tr, services, make, again=callback_data)


@router.callback_query(RequestFileTap.filter(~F.is_sure))
async def on_file(
    query: CallbackQuery, callback_data: RequestFileTap, tr: Translator, services: Services
) -> None:
    async def make(use: DeclareServices) -> Screen:
        shown = await _shown(use, query, callback_data.id)
        has_document = bool(shown.request.record.content_html)
        return (document.document_warning if has_document else document.no_document)(tr, shown)

    await answer_declaring(query, tr, services, make, again=callback_data)


@router.callback_query(RequestFileTap.filter(F.is_sure))
async def on_file_sure(
    query: CallbackQuery, callback_data: RequestFileTap, tr: Translator, services: Services
) -> None:
    """Send the document, and have it removed when its time is over."""

    async def make(use: DeclareServices) -> Screen:
        shown = await _shown(use, query, callback_data.id)
        content = shown.request.record.content_html
        if not content:
            return document.no_document(tr, shown)
        file = BufferedInputFile(document.document_file(tr, content), _FILE_NAME)
        await send_private_file(query, file, document.document_caption(tr), services)
        return document.document_sent(tr, shown)

    await answer_declaring(query, tr, services, make, again=callback_data)


@router.callback_query(SignRequestTap.filter())
async def on_sign(
    query: CallbackQuery, callback_data: SignRequestTap, tr: Translator, services: Services
) -> None:
    """Lead to the page, unless the request has moved on meanwhile."""

    async def make(use: DeclareServices) -> Screen:
        shown = await _shown(use, query, callback_data.id)
        if shown.request.record.status is not RequestStatus.NEW:
            return request_screen(tr, shown)
        handoff = await use.sign(
            telegram_id=query.from_user.id, request_id=shown.request.record.id
        )
        return handoff_screen(tr, handoff, Purpose.DECLARATION_REQUEST)

    await answer_declaring(query, tr, services, make, again=callback_data)


@router.callback_query(CancelRequestTap.filter(~F.is_sure))
async def on_cancel(
    query: CallbackQuery, callback_data: CancelRequestTap, tr: Translator, services: Services
) -> None:
    async def make(use: DeclareServices) -> Screen:
        return cancel_question(tr, await _shown(use, query, callback_data.id))

    await answer_declaring(query, tr, services, make, again=callback_data)


@router.callback_query(CancelRequestTap.filter(F.is_sure))
async def on_cancel_sure(
    query: CallbackQuery, callback_data: CancelRequestTap, tr: Translator, services: Services
) -> None:
    async def make(use: DeclareServices) -> Screen:
        request_id = unpacked(callback_data.id)
        shown = await use.cancel(telegram_id=query.from_user.id, request_id=request_id)
        return cancel_answer(tr, shown)

    await answer_declaring(query, tr, services, make, again=callback_data)


async def _shown(use: DeclareServices, query: CallbackQuery, signs: str) -> ShownRequest:
    return await use.show(telegram_id=query.from_user.id, request_id=unpacked(signs))
