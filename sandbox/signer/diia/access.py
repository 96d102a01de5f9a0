"""Who may call Дія's API: the acquirer's two secrets give a session token for two hours."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

from aiohttp import web

from sandbox.signer.diia.answers import unauthorized

if TYPE_CHECKING:
    from datetime import datetime

    from sandbox.clock import SandboxClock

ACQUIRER_TOKEN = "sandbox-diia-acquirer-token"  # noqa: S105 - of an invented Дія
AUTH_TOKEN = "c2FuZGJveC1kaWlhOmF1dGg="  # noqa: S105 - as above
_SESSION = timedelta(hours=2)
_BASIC = "Basic "
_BEARER = "Bearer "


class Access:
    def __init__(self, clock: SandboxClock) -> None:
        self._clock = clock
        self._ends_at: dict[str, datetime] = {}

    async def begin(self, request: web.Request) -> web.Response:
        """`GET /api/v1/auth/acquirer/{acquirer_token}`; raises DiiaError for a wrong secret."""
        is_acquirer = request.match_info["acquirer_token"] == ACQUIRER_TOKEN
        if not is_acquirer or _after(request, _BASIC) != AUTH_TOKEN:
            raise unauthorized()
        token = secrets.token_urlsafe(32)
        self._ends_at[token] = self._clock.now() + _SESSION
        return web.json_response({"token": token})

    def check(self, request: web.Request) -> None:
        """Raises DiiaError for a call without a current session."""
        ends_at = self._ends_at.get(_after(request, _BEARER))
        if ends_at is None or self._clock.now() >= ends_at:
            raise unauthorized()


def _after(request: web.Request, scheme: str) -> str:
    given = request.headers.get("Authorization", "")
    return given.removeprefix(scheme) if given.startswith(scheme) else ""
