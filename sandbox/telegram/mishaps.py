"""Faults on demand, as the Bot API's client meets them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.faults import FaultKind, FaultPlace
from sandbox.telegram.refusal import BLOCKED, Refusal, forbidden, too_many_requests

if TYPE_CHECKING:
    from sandbox.faults import Fault, Faults
    from sandbox.telegram.timing import Timing

DEFAULT_RETRY_AFTER = 1
_GLANCE = 0.05
_LONGEST_HOLD = 60.0
"""In seconds, as how often is looked whether the caller hung up."""
_WITHHELD = web.RequestKey("withheld", FaultKind)


@dataclass(frozen=True)
class Mishap:
    """The answer instead of a result, and what the list of calls says of it."""

    response: web.Response
    description: str


class Mishaps:
    def __init__(self, faults: Faults, timing: Timing) -> None:
        self._faults = faults
        self._timing = timing

    async def meet(self, method: str, request: web.Request) -> Mishap | None:
        """What happens instead of the call; None when it may go on, maybe after a wait."""
        fault = self._faults.take(FaultPlace.TELEGRAM, _name_for_faults(method))
        if fault is None:
            return None
        if fault.kind is FaultKind.SLOW:
            await asyncio.sleep(self._timing.slow_answer)
            return None
        if fault.kind.is_after_the_deed:
            request[_WITHHELD] = fault.kind
            return None
        return _mishap(fault, request)

    async def withhold(self, request: web.Request, answer: web.Response) -> web.Response:
        """The answer to a call that was carried out, unless it is to reach nobody."""
        kind = request.get(_WITHHELD)
        if kind is None:
            return answer
        waited = 0.0
        while kind is FaultKind.HELD and request.transport is not None and waited < _LONGEST_HOLD:
            await asyncio.sleep(_GLANCE)
            waited += _GLANCE
        return _dropped(request).response


def _mishap(fault: Fault, request: web.Request) -> Mishap:
    if fault.kind is FaultKind.DROP:
        return _dropped(request)
    if fault.kind is FaultKind.GARBAGE:
        return Mishap(web.Response(text="<html>Bad Gateway</html>"), "garbage")
    if fault.kind is FaultKind.TOO_MANY_REQUESTS:
        return _refused(too_many_requests(fault.retry_after or DEFAULT_RETRY_AFTER))
    if fault.kind is FaultKind.FORBIDDEN:
        return _refused(forbidden(BLOCKED))
    return _refused(Refusal(500, "Internal Server Error"))


class _OnlyByName(str):
    """A name that `Faults.take` finds only when the fault spells it out.

    A poll runs all the time: it would use up the faults that are meant for the next real call.
    """

    __slots__ = ()

    def casefold(self) -> _OnlyByName:
        return self

    def __contains__(self, match: object) -> bool:
        return isinstance(match, str) and match == str.casefold(self)


def _name_for_faults(method: str) -> str:
    return _OnlyByName(method) if method == "getUpdates" else method


def _dropped(request: web.Request) -> Mishap:
    """The connection breaks; the response is written to nobody."""
    if request.transport is not None:
        request.transport.abort()
    return Mishap(web.Response(), "connection dropped")


def _refused(refusal: Refusal) -> Mishap:
    return Mishap(refused(refusal), refusal.description)


def refused(refusal: Refusal) -> web.Response:
    """A refusal as the Bot API's HTTP answer."""
    headers = {"Retry-After": str(refusal.retry_after)} if refusal.retry_after else {}
    return web.json_response(refusal.envelope(), status=refusal.code, headers=headers)
