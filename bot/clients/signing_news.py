"""Tells patients in the chat what became of their signature; implements `SigningNews`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.clients.telegram import refusals_as_errors

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from aiogram import Bot

    from bot.clients.telegram import Drawn
    from bot.domain.signing.session import Outcome, Purpose, SignSession


class TelegramSigningNews:
    """`screens` are the purposes' own; where one gives None, or there is none, `draw` speaks."""

    def __init__(
        self,
        bot: Bot,
        draw: Callable[[SignSession, Outcome], Drawn],
        screens: Mapping[Purpose, Callable[[SignSession, Outcome], Drawn | None]],
    ) -> None:
        self._bot = bot
        self._draw = draw
        self._screens = screens

    async def tell(self, session: SignSession, outcome: Outcome) -> None:
        """Send one message; raises ChatClosed and Unavailable."""
        own = self._screens.get(session.purpose)
        drawn = (own(session, outcome) if own else None) or self._draw(session, outcome)
        with refusals_as_errors():
            await self._bot.send_message(
                session.telegram_id, drawn.text, reply_markup=drawn.keyboard()
            )
