"""A button that nothing answers any more: say why, and show where things stand now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiogram import Router

from bot.dialogs.menu import main_menu
from bot.dialogs.screen import show

if TYPE_CHECKING:
    from aiogram.types import CallbackQuery
    from aiogram.utils.callback_answer import CallbackAnswer

    from bot.i18n import Translator

router = Router(name="fallback")


@router.callback_query()
async def on_old_button(
    query: CallbackQuery, callback_answer: CallbackAnswer, tr: Translator
) -> None:
    callback_answer.text = tr.t(
        "fallback", "This button is from an old version. Here is the menu as it is now."
    )
    await show(query, main_menu(tr), fresh=True)
