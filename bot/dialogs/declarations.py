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
from bot.dialogs.screen import Screen, chat_of
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
from bot.dialogs.widgets.declare_ways import declaration_after_sign_in
from bot.dialogs.widgets.private_messages import send_private_file
from bot.domain.capabilities import Section
from bot.errors import NotSignedIn, SignInEnded

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext

    from bot.domain.directory import Doctor
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
        try:
            mine = await use.show_my_declaration(telegram_id=chat_of(event))
        except NotSignedIn as error:
            has_ended = isinstance(error, SignInEnded)
            leads_back = await _begun(event, services, is_fresh=True) is not None
            return declaration_after_sign_in(tr, has_ended=has_ended, leads_back=leads_back)
        return my_declaration(tr, mine, await _begun(event, services))

    await answer(event, tr, services, make, again=MyDeclarationTap(), fresh=fresh)


async def _begun(
    event: CallbackQuery | Message, services: Services, *, is_fresh: bool = False
) -> Doctor | None:
    """With whom a declaration was begun and left."""
    if services.declare is None:
        return None
    return await services.declare.find_begun(telegram_id=chat_of(event), is_fresh=is_fresh)


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
        file = BufferedInputFile(printed_form(shown.declaration.record.content_html), _FILE_NAME)
        await send_private_file(query, file, file_caption(tr), services)
        return file_sent(tr, shown)

    await answer(query, tr, services, make, again=callback_data)


async def _declaration(
    use: DeclarationServices, query: CallbackQuery, signs: str
) -> ShownDeclaration:
    return await use.show_declaration(
        telegram_id=query.from_user.id, declaration_id=unpacked(signs)
    )
