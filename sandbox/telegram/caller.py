"""Making one call of the Bot API: find the method, run it, keep it in the list of calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sandbox.telegram.methods  # noqa: F401 - registers the methods
from sandbox.telegram.methods.registry import Described, Method, find
from sandbox.telegram.refusal import Refusal, bad_request

if TYPE_CHECKING:
    from sandbox.telegram.arguments import Arguments
    from sandbox.telegram.calls import CallLog
    from sandbox.telegram.context import Context
    from sandbox.telegram.flood import FloodLimit

UNLOGGED = "getUpdates"
# What a webhook's reply cannot call, besides everything that begins with "get".
_NOT_IN_REPLY = frozenset({"setwebhook", "deletewebhook", "close", "logout"})


class Caller:
    def __init__(self, context: Context, calls: CallLog, flood: FloodLimit) -> None:
        self._flood = flood
        self._context = context
        self._calls = calls

    def find(self, name: str) -> tuple[str, Method]:
        """Raises `Refusal` 404 for a method that Telegram, or the sandbox, does not have."""
        found = find(name)
        if found is None:
            raise Refusal(404, "Not Found: method not found")
        return found

    async def call(self, name: str, arguments: Arguments) -> dict[str, object]:
        """The envelope of success. Raises `Refusal`."""
        proper_name, function = self.find(name)
        try:
            self._flood.check(proper_name, arguments.text("chat_id"))
            result = await self._run(function, arguments)
        except Refusal as refusal:
            self.record(proper_name, arguments, refusal.description)
            raise
        self.record(proper_name, arguments, None)
        if isinstance(result, Described):
            return {"ok": True, "result": result.result, "description": result.description}
        return {"ok": True, "result": result}

    async def _run(self, function: Method, arguments: Arguments) -> object:
        try:
            return await function(self._context, arguments)
        except UnicodeEncodeError:
            # Half of a surrogate pair, which JSON can carry and UTF-8 cannot.
            raise bad_request("Strings must be encoded in UTF-8") from None

    async def call_from_reply(self, arguments: Arguments) -> None:
        """Make the call that a webhook's reply asks for, if it may. Raises `Refusal`."""
        name = arguments.text("method").casefold()
        if name and not name.startswith("get") and name not in _NOT_IN_REPLY:
            await self.call(name, arguments)

    def record(self, name: str, arguments: Arguments, error: str | None) -> None:
        if name != UNLOGGED:
            self._calls.add(name, arguments.for_log(), error)
