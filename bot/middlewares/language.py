"""Gives every handler a translator that speaks the patient's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aiogram import BaseMiddleware
from aiogram.dispatcher.middlewares.user_context import EVENT_CONTEXT_KEY, EventContext

from bot.i18n import Translator, language_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from aiogram.types import TelegramObject

    from bot.services.choose_language import LanguageStore


class PatientLanguage(BaseMiddleware):
    """Puts `tr` beside the event; who never chose is spoken to in Ukrainian.

    Telegram's `language_code` is not used: many Ukrainians keep their phone in another language.
    """

    def __init__(self, patients: LanguageStore) -> None:
        self._patients = patients

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:  # noqa: ANN401 - aiogram hands through whatever a handler returns
        context: EventContext = data[EVENT_CONTEXT_KEY]
        code = await self._patients.language(context.user_id) if context.user_id else None
        data["tr"] = Translator(language_of(code))
        return await handler(event, data)
