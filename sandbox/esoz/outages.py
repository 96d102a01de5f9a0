"""Plays a fault that was asked for on a call to ЕСОЗ."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.esoz.answers import EsozError, failed
from sandbox.esoz.rate_limit import limit_exceeded
from sandbox.faults import Fault, FaultKind

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from sandbox.clock import SandboxClock

_GLANCE_SECONDS = 0.05
_LONGEST_HOLD_SECONDS = 60.0
_FIREWALL_PAGE = (
    "<!DOCTYPE html><html><head><title>403 Forbidden</title></head>"
    "<body><h1>Forbidden</h1><p>Request blocked by the web application firewall.</p></body></html>"
)
_BROKEN_JSON = '{"meta":{"code":200,"type":"list","url":'


# The fault that is to happen in the middle of a file.
_FAULT_IN_FILE = web.RequestKey("fault_in_file", FaultKind)
_PIECES_BEFORE_IT = 2


def answer_of_fault(request: web.Request, fault: Fault) -> web.Response | None:
    """The bad answer; None when the call goes on after all (a slow one, or one carried out)."""
    match fault.kind:
        case FaultKind.TOO_MANY_REQUESTS:
            return limit_exceeded(fault.retry_after)
        case FaultKind.SERVER_ERROR:
            return failed(request, _server_error())
        case FaultKind.FORBIDDEN:
            return _page(HTTPStatus.FORBIDDEN, _FIREWALL_PAGE, "text/html")
        case FaultKind.GARBAGE:
            return _page(HTTPStatus.OK, _BROKEN_JSON, "application/json")
        case FaultKind.DROP:
            return _cut(request)
        case FaultKind.SLOW | FaultKind.LOST | FaultKind.HELD:
            return None


async def withheld(request: web.Request, fault: Fault, clock: SandboxClock) -> web.Response:
    """What becomes of the answer to a call that was carried out: it reaches nobody."""
    if fault.kind is FaultKind.HELD:
        await dawdle(request, clock, _LONGEST_HOLD_SECONDS)
    return _cut(request)


def keep_for_file(request: web.Request, fault: Fault) -> bool:
    """Leave a fault that spoils files to `spoiled`; False for a kind that does not."""
    if fault.kind not in {FaultKind.DROP, FaultKind.GARBAGE}:
        return False
    request[_FAULT_IN_FILE] = fault.kind
    return True


async def spoiled(request: web.Request, file: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """`file`, with what was kept for it: cut off, or with a part that is no JSON."""
    kind = request.get(_FAULT_IN_FILE)
    number = 0
    async for piece in file:
        number += 1
        if kind is not None and number == _PIECES_BEFORE_IT:
            yield piece[: len(piece) // 2]
            if kind is FaultKind.DROP:
                await _hang_up(request)
                return
            yield b'{"id":"\x00'
        else:
            yield piece


async def dawdle(request: web.Request, clock: SandboxClock, seconds: float) -> None:
    """Keep the caller waiting for `seconds`, or until it hangs up."""
    waited = 0.0
    while waited < seconds and request.transport is not None:
        await clock.sleep(min(_GLANCE_SECONDS, seconds - waited))
        waited += _GLANCE_SECONDS


async def _hang_up(request: web.Request) -> None:
    """Close the connection once what was written is on its way."""
    if request.transport is not None:
        request.transport.close()
    await asyncio.sleep(0)


def _server_error() -> EsozError:
    """§10 row 70."""
    message = "Remote server internal error"
    return EsozError(HTTPStatus.INTERNAL_SERVER_ERROR, "internal_error", message)


def _page(status: HTTPStatus, text: str, content_type: str) -> web.Response:
    return web.Response(status=status, text=text, content_type=content_type)


def _cut(request: web.Request) -> web.Response:
    """Abort the connection; the returned answer reaches nobody."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
