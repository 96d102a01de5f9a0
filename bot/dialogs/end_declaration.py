"""A patient ends their declaration: asked twice, told what follows and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import Router

from bot.dialogs.cabinet_callbacks import EndReasonTap, EndSureTap, EndTap, unpacked
from bot.dialogs.widgets.declaration_answer import answer
from bot.dialogs.widgets.declaration_end import (
    end_question,
    end_reason,
    end_uncertain,
    ended,
    may_not_end,
    reason_for_esoz,
)
from bot.services.end_declaration import Ended, Ending, EndUncertain, MayNotEnd

if TYPE_CHECKING:
    from collections.abc import Callable

    from aiogram.types import CallbackQuery

    from bot.dialogs.screen import Screen
    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.declarations import DeclarationServices
    from bot.services.end_declaration import EndQuestion

router = Router(name="end_declaration")


@router.callback_query(EndTap.filter())
async def on_end(
    query: CallbackQuery, callback_data: EndTap, tr: Translator, services: Services
) -> None:
    await _ask(query, callback_data, end_question, tr, services)


@router.callback_query(EndReasonTap.filter())
async def on_end_reason(
    query: CallbackQuery, callback_data: EndReasonTap, tr: Translator, services: Services
) -> None:
    await _ask(query, callback_data, end_reason, tr, services)


async def _ask(
    query: CallbackQuery,
    tap: EndTap | EndReasonTap,
    question: Callable[[Translator, EndQuestion], Screen],
    tr: Translator,
    services: Services,
) -> None:
    """Ask, unless it may not be done, or is done already."""

    async def make(use: DeclarationServices) -> Screen:
        try:
            asked = await use.end_declaration.ask(
                telegram_id=query.from_user.id, declaration_id=unpacked(tap.id)
            )
        except MayNotEnd as barred:
            return may_not_end(tr, barred)
        if asked.is_over:
            return ended(tr, Ended(asked.acting, asked.declaration, Ending.WAS_OVER))
        return question(tr, asked)

    await answer(query, tr, services, make, again=tap)


@router.callback_query(EndSureTap.filter())
async def on_end_sure(
    query: CallbackQuery, callback_data: EndSureTap, tr: Translator, services: Services
) -> None:
    declaration_id = unpacked(callback_data.id)

    async def make(use: DeclarationServices) -> Screen:
        try:
            end = await use.end_declaration(
                telegram_id=query.from_user.id,
                declaration_id=declaration_id,
                reason=reason_for_esoz(callback_data.reason),
            )
        except MayNotEnd as barred:
            return may_not_end(tr, barred)
        except EndUncertain as lost:
            return end_uncertain(tr, lost, declaration_id)
        return ended(tr, end)

    await answer(query, tr, services, make, again=EndReasonTap(id=callback_data.id))
