"""Which e-cabinets may use a patient's data, and taking that back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import F, Router

from bot.dialogs.cabinet_callbacks import (
    AccessesTap,
    AccessTap,
    RevokeAllTap,
    RevokeTap,
    unpacked,
)
from bot.dialogs.screen import chat_of
from bot.dialogs.widgets.access_revoke import (
    revoke_all_question,
    revoke_question,
    revoked,
    revoked_all,
)
from bot.dialogs.widgets.access_screens import access_details, access_gone, access_list
from bot.dialogs.widgets.declaration_answer import answer

if TYPE_CHECKING:
    from aiogram.types import CallbackQuery, Message

    from bot.dialogs.screen import Screen
    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.declarations import DeclarationServices

router = Router(name="accesses")


@router.callback_query(AccessesTap.filter())
async def on_accesses(
    query: CallbackQuery, callback_data: AccessesTap, tr: Translator, services: Services
) -> None:
    await show_accesses(query, callback_data, tr, services)


async def show_accesses(
    event: CallbackQuery | Message, tap: AccessesTap, tr: Translator, services: Services
) -> None:
    async def make(use: DeclarationServices) -> Screen:
        found = await use.list_accesses(telegram_id=chat_of(event), page=tap.page)
        return access_list(tr, found)

    await answer(event, tr, services, make, again=tap, fresh=tap.fresh)


@router.callback_query(AccessTap.filter())
async def on_access(
    query: CallbackQuery, callback_data: AccessTap, tr: Translator, services: Services
) -> None:
    async def make(use: DeclarationServices) -> Screen:
        acting, access = await use.list_accesses.one(
            telegram_id=query.from_user.id, access_id=unpacked(callback_data.id)
        )
        if access is None:
            return access_gone(tr, acting)
        return access_details(tr, acting, access, callback_data.page)

    await answer(query, tr, services, make, again=callback_data)


@router.callback_query(RevokeTap.filter(~F.is_sure))
async def on_revoke(
    query: CallbackQuery, callback_data: RevokeTap, tr: Translator, services: Services
) -> None:
    async def make(use: DeclarationServices) -> Screen:
        acting, access = await use.list_accesses.one(
            telegram_id=query.from_user.id, access_id=unpacked(callback_data.id)
        )
        return revoke_question(tr, acting, access) if access else access_gone(tr, acting)

    await answer(query, tr, services, make, again=callback_data)


@router.callback_query(RevokeTap.filter(F.is_sure))
async def on_revoke_sure(
    query: CallbackQuery, callback_data: RevokeTap, tr: Translator, services: Services
) -> None:
    async def make(use: DeclarationServices) -> Screen:
        done = await use.revoke_access(
            telegram_id=query.from_user.id, access_id=unpacked(callback_data.id)
        )
        return revoked(tr, done)

    await answer(query, tr, services, make, again=RevokeTap(id=callback_data.id))


@router.callback_query(RevokeAllTap.filter(~F.is_sure))
async def on_revoke_all(query: CallbackQuery, tr: Translator, services: Services) -> None:
    async def make(use: DeclarationServices) -> Screen:
        found = await use.list_accesses(telegram_id=query.from_user.id)
        return revoke_all_question(tr, found) if found.others else access_list(tr, found)

    await answer(query, tr, services, make, again=AccessesTap())


@router.callback_query(RevokeAllTap.filter(F.is_sure))
async def on_revoke_all_sure(query: CallbackQuery, tr: Translator, services: Services) -> None:
    async def make(use: DeclarationServices) -> Screen:
        return revoked_all(tr, await use.revoke_access.all_others(telegram_id=query.from_user.id))

    await answer(query, tr, services, make, again=AccessesTap())
