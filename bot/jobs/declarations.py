"""The scheduled look at requests for a declaration that wait for a facility."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog

from bot.errors import BotError

if TYPE_CHECKING:
    from bot.services.follow_declarations import FollowDeclarations

log = structlog.get_logger(__name__)


class DeclarationTicks:
    def __init__(self, *, follow: FollowDeclarations) -> None:
        self._follow = follow

    async def follow(self) -> None:
        """Tell whoever waits; what fails is tried again at the next tick."""
        try:
            told = await self._follow()
        except BotError as error:
            log.warning("declarations cannot be followed now", kind=type(error).__name__)
            return
        if told:
            log.info("patients told of declarations", messages=told)
