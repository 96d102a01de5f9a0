"""The sandbox's Telegram put together from its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.supervisor import Supervisor
from sandbox.telegram.caller import Caller
from sandbox.telegram.calls import CallLog
from sandbox.telegram.context import Context
from sandbox.telegram.flood import FloodLimit
from sandbox.telegram.gateway import Gateway
from sandbox.telegram.mishaps import Mishaps
from sandbox.telegram.person.routes import Person
from sandbox.telegram.polling import Polling
from sandbox.telegram.timing import Timing
from sandbox.telegram.update_queue import UpdateQueue
from sandbox.telegram.webhook import Webhook
from sandbox.telegram.world import World

if TYPE_CHECKING:
    from aiohttp import web

    from sandbox.clock import SandboxClock
    from sandbox.faults import Faults
    from sandbox.telegram.arguments import Arguments


class Telegram:
    """One bot's Telegram: the Bot API for the bot, `/sim` for the people it talks with.

    `token` is "digits:anything"; the digits are the bot's own id. Call `close` when the server
    begins to shut down, so that a waiting poll is answered instead of waited for.
    """

    def __init__(
        self, *, clock: SandboxClock, faults: Faults, token: str, timing: Timing | None = None
    ) -> None:
        timing = timing or Timing()
        self._supervisor = Supervisor()
        self._world = World(clock=clock, token=token)
        self._updates = UpdateQueue(clock)
        self._updates.on_change(self._count_change)
        self._polling = Polling(self._updates, timing)
        self._webhook = Webhook(
            clock=clock,
            updates=self._updates,
            supervisor=self._supervisor,
            timing=timing,
            on_reply=self._call_from_reply,
        )
        calls = CallLog()
        context = Context(self._world, self._updates, self._polling, self._webhook, timing)
        self.flood = FloodLimit()
        self._caller = Caller(context, calls, self.flood)
        self._gateway = Gateway(self._world, self._caller, Mishaps(faults, timing))
        self._person = Person(self._world, self._updates, calls)
        clock.on_move(self._on_clock_move)

    def routes(self) -> list[web.AbstractRouteDef]:
        """The Bot API, the files and the person's side; add them to an application."""
        return [*self.flood.routes(), *self._gateway.routes(), *self._person.routes()]

    def add_started_chats(self, count: int) -> list[int]:
        """Add people who have opened the chat with the bot; return their ids."""
        users = [self._world.add_user("Людина", "uk") for _ in range(count)]
        for user in users:
            self._world.chats[user.user_id].is_started = True
        return [user.user_id for user in users]

    async def close(self) -> None:
        self._polling.close()
        await self._webhook.close()
        await self._supervisor.close()

    async def _call_from_reply(self, arguments: Arguments) -> None:
        await self._caller.call_from_reply(arguments)

    def _count_change(self, user_id: int) -> None:
        self._world.chats[user_id].changed()

    async def _on_clock_move(self) -> None:
        """What has expired is dropped, and failed deliveries are tried again."""
        self._updates.waiting()
        self._webhook.hurry()
