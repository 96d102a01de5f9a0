"""A patient asks for a declaration: from a doctor's card to the signature, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import F, Router

from bot.dialogs.cabinet_callbacks import unpacked
from bot.dialogs.declare_callbacks import CancelRequestTap, DeclareTap, RequestTap, SignRequestTap
from bot.dialogs.doctor_card import card_gone
from bot.dialogs.widgets.declaration_answer import answer
from bot.dialogs.widgets.declaration_request import (
    cancel_answer,
    cancel_question,
    request_screen,
)
from bot.dialogs.widgets.declare_screens import (
    declare_question,
    declaring_refused,
    full_doctor,
    may_not_declare,
)
from bot.dialogs.widgets.guide import guide
from bot.dialogs.widgets.signing import handoff_screen
from bot.domain.cabinet import EsozRefusal, EsozRefused, RequestStatus
from bot.domain.capabilities import Section
from bot.domain.signing.session import Purpose
from bot.errors import NotFound
from bot.services.propose_declaration import MayNotDeclare
from bot.services.shown_request import ShownRequest

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from aiogram.filters.callback_data import CallbackData
    from aiogram.types import CallbackQuery

    from bot.dialogs.screen import Screen
    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.declarations import DeclarationServices
    from bot.services.declare import DeclareServices
    from bot.services.propose_declaration import Proposal

    Make = Callable[[DeclareServices], Awaitable[Screen]]

router = Router(name="declare")


@router.callback_query(DeclareTap.filter(~F.is_sure))
async def on_declare(
    query: CallbackQuery, callback_data: DeclareTap, tr: Translator, services: Services
) -> None:
    """Say what stands in the way, or what will change."""

    async def make(use: DeclareServices) -> Screen:
        try:
            proposal = await use.propose(
                telegram_id=query.from_user.id, doctor_key=callback_data.doctor
            )
        except MayNotDeclare as barred:
            return may_not_declare(tr, barred)
        except NotFound:
            return card_gone(tr)
        return _question(tr, proposal)

    await _answer(query, tr, services, make, callback_data)


@router.callback_query(DeclareTap.filter(F.is_sure))
async def on_declare_sure(
    query: CallbackQuery, callback_data: DeclareTap, tr: Translator, services: Services
) -> None:
    """Make the request at ЕСОЗ, whose word counts."""

    async def make(use: DeclareServices) -> Screen:
        asked = {"telegram_id": query.from_user.id, "doctor_key": callback_data.doctor}
        try:
            return request_screen(tr, await use.request(**asked))
        except MayNotDeclare as barred:
            return may_not_declare(tr, barred)
        except NotFound:
            return card_gone(tr)
        except EsozRefused as refused:
            return await _refused(tr, services, refused.code, callback_data.doctor)

    await _answer(query, tr, services, make, callback_data)


@router.callback_query(RequestTap.filter())
async def on_request(
    query: CallbackQuery, callback_data: RequestTap, tr: Translator, services: Services
) -> None:
    async def make(use: DeclareServices) -> Screen:
        return request_screen(tr, await _shown(use, query, callback_data.id))

    await _answer(query, tr, services, make, callback_data)


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

    await _answer(query, tr, services, make, callback_data)


@router.callback_query(CancelRequestTap.filter(~F.is_sure))
async def on_cancel(
    query: CallbackQuery, callback_data: CancelRequestTap, tr: Translator, services: Services
) -> None:
    async def make(use: DeclareServices) -> Screen:
        return cancel_question(tr, await _shown(use, query, callback_data.id))

    await _answer(query, tr, services, make, callback_data)


@router.callback_query(CancelRequestTap.filter(F.is_sure))
async def on_cancel_sure(
    query: CallbackQuery, callback_data: CancelRequestTap, tr: Translator, services: Services
) -> None:
    async def make(use: DeclareServices) -> Screen:
        request_id = unpacked(callback_data.id)
        shown = await use.cancel(telegram_id=query.from_user.id, request_id=request_id)
        return cancel_answer(tr, shown)

    await _answer(query, tr, services, make, callback_data)


def _question(tr: Translator, proposal: Proposal) -> Screen:
    """Go on with a request to this doctor that was begun before."""
    if proposal.under_way and proposal.is_under_way:
        return request_screen(tr, ShownRequest(proposal.acting, proposal.under_way))
    return declare_question(tr, proposal)


async def _refused(
    tr: Translator, services: Services, code: EsozRefusal, doctor_key: int
) -> Screen:
    if code is EsozRefusal.DOCTOR_FULL:
        return full_doctor(tr, (await services.show_card.doctor(doctor_key)).doctor)
    return declaring_refused(tr, code, doctor_key)


async def _shown(use: DeclareServices, query: CallbackQuery, signs: str) -> ShownRequest:
    return await use.show(telegram_id=query.from_user.id, request_id=unpacked(signs))


async def _answer(
    query: CallbackQuery, tr: Translator, services: Services, make: Make, again: CallbackData
) -> None:
    async def made(_: DeclarationServices) -> Screen:
        if services.declare is None:
            return guide(tr, Section.DECLARATION, services.clock.now())
        return await make(services.declare)

    await answer(query, tr, services, made, again=again)
