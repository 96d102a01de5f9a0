"""A patient's declarations: the one in force, the past ones, requests, the printed form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import F, Router
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.dialogs.cabinet_callbacks import (
    DeclarationTap,
    HistoryTap,
    MyDeclarationTap,
    PrintTap,
    Records,
    unpacked,
)
from bot.dialogs.callbacks import SectionTap
from bot.dialogs.screen import Screen, bot_of, chat_of
from bot.dialogs.widgets.declaration_answer import answer
from bot.dialogs.widgets.declaration_lists import declarations_list, requests_list
from bot.dialogs.widgets.declaration_print import (
    file_caption,
    file_sent,
    no_printed_form,
    print_warning,
    printed_form,
)
from bot.dialogs.widgets.declaration_screens import declaration_details, my_declaration
from bot.domain.capabilities import Section

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext

    from bot.i18n import Translator
    from bot.services import Services
    from bot.services.declarations import DeclarationServices
    from bot.services.show_declaration import ShownDeclaration

router = Router(name="declarations")

_FILE_NAME = "declaration.html"


@router.callback_query(SectionTap.filter(F.section == Section.DECLARATION))
async def on_section(
    event: CallbackQuery | Message, state: FSMContext, tr: Translator, services: Services
) -> None:
    """Show the patient's declaration; in `guide` mode how to make one."""
    await state.clear()
    await _show_mine(event, tr, services)


@router.callback_query(MyDeclarationTap.filter())
async def on_my_declaration(
    query: CallbackQuery,
    callback_data: MyDeclarationTap,
    state: FSMContext,
    tr: Translator,
    services: Services,
) -> None:
    await state.clear()
    await _show_mine(query, tr, services, fresh=callback_data.fresh)


async def _show_mine(
    event: CallbackQuery | Message, tr: Translator, services: Services, *, fresh: bool = False
) -> None:
    async def make(use: DeclarationServices) -> Screen:
        return my_declaration(tr, await use.show_my_declaration(telegram_id=chat_of(event)))

    await answer(event, tr, services, make, again=MyDeclarationTap(), fresh=fresh)


@router.callback_query(HistoryTap.filter())
async def on_history(
    query: CallbackQuery, callback_data: HistoryTap, tr: Translator, services: Services
) -> None:
    async def make(use: DeclarationServices) -> Screen:
        asked = {"telegram_id": query.from_user.id, "page": callback_data.page}
        if callback_data.records is Records.REQUESTS:
            return requests_list(tr, await use.list_declarations.requests(**asked))
        return declarations_list(tr, await use.list_declarations.declarations(**asked))

    await answer(query, tr, services, make, again=callback_data)


@router.callback_query(DeclarationTap.filter())
async def on_declaration(
    query: CallbackQuery, callback_data: DeclarationTap, tr: Translator, services: Services
) -> None:
    async def make(use: DeclarationServices) -> Screen:
        return declaration_details(tr, await _declaration(use, query, callback_data.id))

    await answer(query, tr, services, make, again=callback_data)


@router.callback_query(PrintTap.filter(~F.is_sure))
async def on_print(
    query: CallbackQuery, callback_data: PrintTap, tr: Translator, services: Services
) -> None:
    async def make(use: DeclarationServices) -> Screen:
        shown = await _declaration(use, query, callback_data.id)
        has_form = bool(shown.declaration.record.content_html)
        return print_warning(tr, shown) if has_form else no_printed_form(tr, shown)

    await answer(query, tr, services, make, again=callback_data)


@router.callback_query(PrintTap.filter(F.is_sure))
async def on_print_sure(
    query: CallbackQuery, callback_data: PrintTap, tr: Translator, services: Services
) -> None:
    async def make(use: DeclarationServices) -> Screen:
        shown = await _declaration(use, query, callback_data.id)
        if not shown.declaration.record.content_html:
            return no_printed_form(tr, shown)
        await _send_file(query, shown, tr, services)
        return file_sent(tr, shown)

    await answer(query, tr, services, make, again=callback_data)


async def _declaration(
    use: DeclarationServices, query: CallbackQuery, signs: str
) -> ShownDeclaration:
    return await use.show_declaration(
        telegram_id=query.from_user.id, declaration_id=unpacked(signs)
    )


async def _send_file(
    query: CallbackQuery, shown: ShownDeclaration, tr: Translator, services: Services
) -> None:
    """Send the printed form, and have it removed when its time is over."""
    content = printed_form(shown.declaration.record.content_html)
    sent = await bot_of(query).send_document(
        chat_of(query), BufferedInputFile(content, _FILE_NAME), caption=file_caption(tr)
    )
    if services.my_data:
        await services.my_data.remember_shown_data(
            chat_id=chat_of(query), message_id=sent.message_id
        )
