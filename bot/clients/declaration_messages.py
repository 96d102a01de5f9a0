"""Tells a patient in the chat what became of a request; implements DeclarationMessages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.clients.telegram import refusals_as_errors
from bot.i18n import Translator, language_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from aiogram import Bot

    from bot.clients.sign_in_news import Languages
    from bot.clients.telegram import Drawn
    from bot.domain.cabinet.declaration_watch import DeclarationNews

    Draw = Callable[[Translator, DeclarationNews], Drawn]


class TelegramDeclarationMessages:
    def __init__(self, bot: Bot, languages: Languages, draw: Draw) -> None:
        self._bot = bot
        self._languages = languages
        self._draw = draw

    async def tell(self, telegram_id: int, news: DeclarationNews) -> None:
        """Send one message; raises ChatClosed and Unavailable."""
        language = language_of(await self._languages.language(telegram_id))
        drawn = self._draw(Translator(language), news)
        with refusals_as_errors():
            await self._bot.send_message(telegram_id, drawn.text, reply_markup=drawn.keyboard())
