"""Plays a fault that was asked for on a call to Дія."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.faults import FaultKind, FaultPlace
from sandbox.signer.diia.answers import DiiaError, refused

if TYPE_CHECKING:
    from sandbox.clock import SandboxClock
    from sandbox.faults import Faults

_GLANCE_SECONDS = 0.05
_STATUSES = {
    FaultKind.TOO_MANY_REQUESTS: HTTPStatus.TOO_MANY_REQUESTS,
    FaultKind.SERVER_ERROR: HTTPStatus.INTERNAL_SERVER_ERROR,
    FaultKind.FORBIDDEN: HTTPStatus.FORBIDDEN,
}


async def outage(
    request: web.Request, faults: Faults, clock: SandboxClock, slow_seconds: float
) -> web.Response | None:
    """The bad answer; None when the call goes on, late or at once."""
    fault = faults.take(FaultPlace.DIIA, f"{request.method} {request.path_qs}")
    if fault is None:
        return None
    if fault.kind is FaultKind.SLOW:
        await _dawdle(request, clock, slow_seconds)
        return None
    if fault.kind is FaultKind.DROP:
        if request.transport is not None:
            request.transport.abort()
        return web.Response()
    if fault.kind is FaultKind.GARBAGE:
        return web.Response(text='{"deeplink":', content_type="application/json")
    answer = refused(DiiaError(_STATUSES[fault.kind], "asked for"))
    if fault.retry_after is not None:
        answer.headers["Retry-After"] = str(fault.retry_after)
    return answer


async def _dawdle(request: web.Request, clock: SandboxClock, seconds: float) -> None:
    """Keep the caller waiting for `seconds`, or until it hangs up."""
    waited = 0.0
    while waited < seconds and request.transport is not None:
        await clock.sleep(min(_GLANCE_SECONDS, seconds - waited))
        waited += _GLANCE_SECONDS
