"""Knows a browser again: by a cookie that only it has, and by forms that only it was given."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aiohttp import web

from bot.domain.signing.one_time import form_token, is_same, new_secret

if TYPE_CHECKING:
    from bot.domain.signing.session import SignSession

_SECRET = re.compile(r"[A-Za-z0-9_-]{43}")
_KEPT_SECONDS = 3600
_OWN_SITE = {"same-origin", "none"}


class Browsers:
    """`is_protected` is whether the pages are reached by https; on loopback they may not be."""

    def __init__(self, *, is_protected: bool) -> None:
        self._is_protected = is_protected
        # __Host-: only this host can set it, only over https, and for all of its paths
        self._cookie = "__Host-sign" if is_protected else "sign"

    def secret(self, request: web.Request) -> str | None:
        """Return the cookie's value, None where there is none of ours."""
        given = request.cookies.get(self._cookie, "")
        return given if _SECRET.fullmatch(given) else None

    def remember(self, answer: web.StreamResponse, secret: str) -> None:
        answer.set_cookie(
            self._cookie,
            secret,
            max_age=_KEPT_SECONDS,
            path="/",
            httponly=True,
            secure=self._is_protected,
            samesite="Lax",
        )

    def new_secret(self) -> str:
        return new_secret()

    def has(self, request: web.Request, session: SignSession) -> bool:
        """Whether the session was opened in this browser."""
        return session.is_of(self.secret(request))

    def form_token(self, request: web.Request, session: SignSession) -> str:
        return form_token(self.secret(request) or "", session.key)

    def require_own_form(self, request: web.Request, session: SignSession, token: str) -> None:
        """Raises HTTPForbidden for a form that our page did not give to this browser."""
        if not is_same(token, self.form_token(request, session)):
            raise web.HTTPForbidden

    @staticmethod
    def require_own_site(request: web.Request) -> None:
        """Raises HTTPForbidden for a form of another site, where the browser says so."""
        if request.headers.get("Sec-Fetch-Site", "none") not in _OWN_SITE:
            raise web.HTTPForbidden
