"""The gateway's count of calls a minute, and its answer when there were too many."""

from __future__ import annotations

from collections import Counter
from http import HTTPStatus
from typing import TYPE_CHECKING

from aiohttp import web

if TYPE_CHECKING:
    from sandbox.clock import SandboxClock

# Generous: a sandbox refuses through its faults; ЕСОЗ's own figure is not published.
CALLS_PER_MINUTE = 60_000


class RateLimit:
    """Counts the calls of each bearer token in the current minute."""

    def __init__(self, clock: SandboxClock) -> None:
        self._clock = clock
        self._minute = ""
        self._calls: Counter[str] = Counter()

    def count(self, bearer: str) -> int:
        """Count this call and return how many are left in the minute; negative when none was."""
        minute = self._clock.now().strftime("%Y%m%d%H%M")
        if minute != self._minute:
            self._minute = minute
            self._calls.clear()
        self._calls[bearer] += 1
        return CALLS_PER_MINUTE - self._calls[bearer]


def limit_headers(remaining: int) -> dict[str, str]:
    return {
        "X-RateLimit-Limit-minute": str(CALLS_PER_MINUTE),
        "X-RateLimit-Remaining-minute": str(max(remaining, 0)),
    }


def limit_exceeded(retry_after: int | None = None) -> web.Response:
    """Plain text, not the envelope (§1.8, §10 row 11); `retry_after` is in seconds."""
    headers = limit_headers(0)
    if retry_after is not None:
        headers["Retry-After"] = str(retry_after)
    return web.Response(
        status=HTTPStatus.TOO_MANY_REQUESTS, text="API rate limit exceeded", headers=headers
    )
