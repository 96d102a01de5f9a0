"""Photos, files, voices and the rest: nothing is opened or stored, and each gets an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import Router
from aiogram.filters import Filter

from bot.dialogs import my_request, numbers
from bot.dialogs.numbers import show_holding_number
from bot.dialogs.screen import show

if TYPE_CHECKING:
    from aiogram.fsm.context import FSMContext
    from aiogram.types import Message

    from bot.i18n import Translator
    from bot.services import Services


class HoldsDocument(Filter):
    """Lets through what may show a document, a face or a phone number."""

    async def __call__(self, message: Message) -> bool:
        return any((message.photo, message.document, message.video, message.contact))


router = Router(name="attachments")


@router.message(HoldsDocument())
async def on_document(
    message: Message, state: FSMContext, tr: Translator, services: Services
) -> None:
    if await my_request.on_picture(message, state, tr, services):
        return
    screen = numbers.never_send(tr, message.message_id, services.clock.now())
    await show_holding_number(message, screen, message.message_id, services)


@router.message()
async def on_anything_else(message: Message, tr: Translator) -> None:
    await show(message, numbers.only_text(tr))
