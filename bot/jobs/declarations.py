"""The scheduled look at requests for a declaration that wait for a facility."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog

from bot.errors import BotError

if TYPE_CHECKING:
    from bot.services.follow_declarations import FollowDeclarations
    from bot.services.hear_of_declarations import HearOfDeclarations

log = structlog.get_logger(__name__)


class DeclarationTicks:
    def __init__(self, *, hear: HearOfDeclarations, follow: FollowDeclarations) -> None:
        self._hear = hear
        self._follow = follow

    async def follow(self) -> None:
        """Tell whoever waits; what fails is tried again at the next tick."""
        await self._hear_first()
        try:
            told = await self._follow()
        except BotError as error:
            log.warning("declarations cannot be followed now", kind=type(error).__name__)
            return
        if told:
            log.info("patients told of declarations", messages=told)

    async def _hear_first(self) -> None:
        """Without the feed everything comes later, and nothing is lost."""
        try:
            changed = await self._hear()
        except BotError as error:
            log.warning("events of ЕСОЗ cannot be read now", kind=type(error).__name__)
            return
        if changed:
            log.info("awaited declarations have changed", declarations=changed)
