"""Tells a patient in the chat about a declaration.

Implements DeclarationMessages and ProposalMessages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from bot.clients.telegram import refusals_as_errors
from bot.i18n import Translator, language_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from aiogram import Bot

    from bot.clients.sign_in_news import Languages
    from bot.clients.telegram import Drawn

_News_contra = TypeVar("_News_contra", contravariant=True)


class TelegramDeclarationMessages(Generic[_News_contra]):
    def __init__(
        self, bot: Bot, languages: Languages, draw: Callable[[Translator, _News_contra], Drawn]
    ) -> None:
        self._bot = bot
        self._languages = languages
        self._draw = draw

    async def tell(self, telegram_id: int, news: _News_contra) -> None:
        """Send one message; raises ChatClosed and Unavailable."""
        language = language_of(await self._languages.language(telegram_id))
        drawn = self._draw(Translator(language), news)
        with refusals_as_errors():
            await self._bot.send_message(telegram_id, drawn.text, reply_markup=drawn.keyboard())
