"""Tells a patient in the chat how a sign-in ended; implements SignInNews."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from bot.clients.telegram import refusals_as_errors
from bot.i18n import Translator, language_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from aiogram import Bot

    from bot.clients.telegram import Drawn
    from bot.domain.cabinet.signed_in import SignInResult

    Draw = Callable[[Translator, SignInResult], Drawn]


class Languages(Protocol):
    async def language(self, telegram_id: int) -> str | None:
        """The language that the patient chose, None when none was chosen."""
        ...


class TelegramSignInNews:
    def __init__(self, bot: Bot, languages: Languages, draw: Draw) -> None:
        self._bot = bot
        self._languages = languages
        self._draw = draw

    async def tell(self, telegram_id: int, result: SignInResult) -> None:
        """Send one message; raises ChatClosed and Unavailable."""
        language = language_of(await self._languages.language(telegram_id))
        drawn = self._draw(Translator(language), result)
        with refusals_as_errors():
            await self._bot.send_message(telegram_id, drawn.text, reply_markup=drawn.keyboard())
