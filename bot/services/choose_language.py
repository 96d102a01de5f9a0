"""A patient chooses the language that the bot speaks with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from bot.domain.clock import Clock


class LanguageStore(Protocol):
    """Keeps the chosen language; a patient who never chose has no row."""

    async def language(self, telegram_id: int) -> str | None: ...

    async def set_language(self, telegram_id: int, language: str, now: datetime) -> None: ...


class ChooseLanguage:
    def __init__(self, *, patients: LanguageStore, clock: Clock) -> None:
        self._patients = patients
        self._clock = clock

    async def __call__(self, *, telegram_id: int, language: str) -> None:
        await self._patients.set_language(telegram_id, language, self._clock.now())
