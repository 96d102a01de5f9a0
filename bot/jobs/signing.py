"""Sign sessions go on without the patient: at once when a signature came, and by the clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog

from bot.errors import BotError

if TYPE_CHECKING:
    from bot.services.complete_signing import CompleteSigning
    from bot.services.tend_signings import TendSignings
    from bot.supervisor import Supervisor

log = structlog.get_logger(__name__)


class SigningErrands:
    """Brings a session to its end in the background; implements `SignErrands`."""

    def __init__(self, supervisor: Supervisor) -> None:
        self._supervisor = supervisor
        self._complete: CompleteSigning | None = None

    def serve(self, complete: CompleteSigning) -> None:
        self._complete = complete

    def start(self, key: str) -> None:
        """What is lost here, by a crash or an outage, is taken up by the next tick."""
        if self._complete:
            self._supervisor.start("signing", self._run(self._complete, key))

    async def _run(self, complete: CompleteSigning, key: str) -> None:
        try:
            await complete(key=key)
        except BotError as error:
            log.warning("signing waits for the next tick", kind=type(error).__name__)


class SigningTicks:
    """Ends sessions whose time is over, and goes on with those that a process left lying."""

    def __init__(self, *, tend: TendSignings) -> None:
        self._tend = tend

    async def tend(self) -> None:
        try:
            taken_up = await self._tend()
        except BotError as error:
            log.warning("sign sessions cannot be tended now", kind=type(error).__name__)
            return
        if taken_up:
            log.info("sign sessions taken up", sessions=taken_up)
